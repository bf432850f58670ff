import type { Desk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { DraftDocuments, DraftKind, PublishingRefusal } from '#lib/tenants/draft.ts'
import type { Flaw } from '#lib/tenants/flaw.ts'
import type { OpenDraft } from '#lib/tenants/open-draft.ts'
import { consolePath } from '../_ui/navigation.ts'

/** All that the page of a look or of a policy is made from. */
export type StudioView<K extends DraftKind = DraftKind> = {
  readonly kind: K
  readonly desk: Desk
  readonly open: OpenDraft<K>
  /** As it was typed, which need not be what is saved. */
  readonly document: DraftDocuments[K]
  readonly flaws: readonly Flaw[]
  readonly needsApproval: boolean
  readonly authors: ReadonlyMap<string, string>
  readonly language: Language
  readonly t: Translate
  /** Why the last button did nothing. */
  readonly refusal?: Refusal | undefined
  /** Saved by somebody else since the typing began. */
  readonly conflict?: DraftDocuments[K] | undefined
  readonly institutions?: Listed
}

/** The banks that a policy may show, hide and feature, by name. */
export type Listed = readonly { readonly id: number; readonly name: string }[]

export type Refusal =
  | PublishingRefusal
  | 'draft_open'
  | 'unsaved'
  | 'logo_unreadable'
  | 'logo_too_large'
  | 'site_unreadable'
  | 'colour'

/** The form that holds everything typed; buttons and panes elsewhere on the page name it. */
export const studioForm = 'studio'

export const studioPath = ({ desk, kind }: Pick<StudioView, 'desk' | 'kind'>, ...parts: string[]): string =>
  consolePath(desk.tenant.slug, kind, ...parts)
