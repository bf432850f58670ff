import type { BrandDraft } from './brand-draft.ts'
import { flawsOfBrand } from './brand-flaws.ts'
import type { Flaw } from './flaw.ts'
import type { PolicyDraft } from './policy-draft.ts'
import { flawsOfPolicy } from './policy-flaws.ts'

export const draftKinds = ['brand', 'policy'] as const
export type DraftKind = (typeof draftKinds)[number]

export type DraftDocuments = { readonly brand: BrandDraft; readonly policy: PolicyDraft }
export type DraftDocument = DraftDocuments[DraftKind]

/** What is being prepared, as it was typed. `revision` is new with each save. */
export type Draft<K extends DraftKind = DraftKind> = {
  readonly revision: string
  readonly document: DraftDocuments[K]
  readonly authors: readonly string[]
  readonly savedAt: Date
  /** Who has asked for approval of exactly this revision, and when; null where nobody did. */
  readonly asked: { readonly by: string; readonly at: Date } | null
}

/** What stands between a draft and its publication, apart from flaws of its own. */
export type PublishingRefusal = 'changed' | 'flawed' | 'nothing_new' | 'approval_missing' | 'own_work'

const judges: { readonly [K in DraftKind]: (document: DraftDocuments[K]) => Flaw[] } = {
  brand: flawsOfBrand,
  policy: flawsOfPolicy,
}

export const flawsOf = <K extends DraftKind>(kind: K, document: DraftDocuments[K]): Flaw[] =>
  judges[kind](document)

type Publisher = {
  /** The tenant asks for approval. */
  readonly isNeeded: boolean
  readonly actor: string
  /** `actor` gives the approval that was asked for, which is another right than to publish. */
  readonly isApproving: boolean
}

/**
 * Why `actor` may not publish it, or null. Where the tenant asks for approval, it must have been asked for this very
 * revision, and whoever gives it has neither written any of it nor asked (O6).
 */
export const approvalRefusal = (
  { authors, asked }: Pick<Draft, 'authors' | 'asked'>,
  { isNeeded, actor, isApproving }: Publisher,
): 'approval_missing' | 'own_work' | null => {
  if (!isApproving) return isNeeded ? 'approval_missing' : null
  if (asked === null) return 'approval_missing'
  return authors.includes(actor) || asked.by === actor ? 'own_work' : null
}
