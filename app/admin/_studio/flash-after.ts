import type { Desk } from '#lib/console/desk.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import { findNewestVersion } from '#lib/tenants/version-history-store.ts'
import type { FlashKey } from '#lib/web/staff/flash-cookie.ts'

/** People come in once both are published: until then the word of what was done says what is next. */
export const flashAfterPublishing = async ({ db }: Desk, kind: DraftKind): Promise<FlashKey> => {
  const other = kind === 'brand' ? 'policy' : 'brand'
  const [own, theirs] = await Promise.all([findNewestVersion(db, kind), findNewestVersion(db, other)])
  if (!theirs) return `${kind}_published_alone`
  return own?.version === 1 ? 'portal_opened' : 'published'
}

/** A button that changes what was typed says so, for the page that follows begins at its top. */
export const flashAfterSaving = (act: string): FlashKey => {
  if (act === 'colour' || act === 'site') return 'theme_proposed'
  return act.startsWith('mend:') ? 'colour_mended' : 'draft_saved'
}
