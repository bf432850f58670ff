import { failed, type Outcome } from '#lib/kit/outcome.ts'

/** What stands in the controls of a form, by their names. */
export type Typed = Readonly<Record<string, string>>

/** `field` is the control to mend; `code` a key under `fieldErrors` in the catalogues. */
export type ClaimError = {
  readonly field: string
  readonly code: string
  readonly values?: Readonly<Record<string, number>>
}

/** Null when it was left empty; whether that is allowed is not the reader's business. */
export type Reading<T> = Outcome<T | null, readonly ClaimError[]>

export const wrong = (field: string, code: string, values?: Readonly<Record<string, number>>) =>
  failed([values ? { field, code, values } : { field, code }] as const)

/** One line without spaces around, in the composed form of Unicode. */
export const lineOf = (typed: Typed, control: string): string =>
  (typed[control] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
