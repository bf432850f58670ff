import type { Language } from '../language.ts'

/** Somebody on the sign-in and consent pages of a door; `sessionId` is the bank's own login once it has begun. */
export type Visit = { readonly language: Language; readonly sessionId: string | null }
