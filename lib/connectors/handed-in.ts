/** A file as the person handed it in. Its name is for telling them of it, and decides nothing. */
export type HandedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What is wrong with a file, in a closed set; `row` counts from 1 as the person would count. */
export type FileFlaw = {
  readonly code:
    | 'file_empty'
    | 'file_type'
    | 'file_pdf_broken'
    | 'file_pdf_not_agreed'
    | 'file_columns'
    | 'file_no_accounts'
    | 'file_currency'
    | 'file_row_date'
    | 'file_row_amount'
    | 'file_too_long'
    | 'file_too_slow'
  readonly file: string
  readonly row?: number
}

/** `kept` is to be sealed under its keys before the grant is used: the grant names them. */
export type HandedIn = {
  readonly grant: string
  readonly kept: readonly { readonly key: string; readonly isPaper: boolean; readonly content: string }[]
}
