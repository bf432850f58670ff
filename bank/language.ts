export type Language = 'en' | 'fr'

/** A text of the bank in both of its languages. */
export type Worded = { readonly en: string; readonly fr: string }
