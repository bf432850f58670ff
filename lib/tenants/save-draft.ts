import { isDeepStrictEqual } from 'node:util'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { detailOf, differenceOf } from './difference.ts'
import type { DraftDocuments, DraftKind } from './draft.ts'
import { markDiscarded, unmarkDiscarded, writeDraft } from './draft-store.ts'
import { type OpenDraft, openDraft } from './open-draft.ts'
import { takePublishingTurn } from './version-store.ts'

type Save<K extends DraftKind> = {
  /** The revision that was seen when the typing began. */
  readonly seen: string
  readonly document: DraftDocuments[K]
  readonly actor: string
}

/** Answers the new revision; `changed` when somebody has saved or published since: nothing is overwritten unseen. */
export const saveDraft = <K extends DraftKind>(
  db: TenantDb,
  kind: K,
  { seen, document, actor }: Save<K>,
): Promise<Outcome<string, 'changed'>> =>
  inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const now = await openDraft(tx, kind)
    if (isDeepStrictEqual(now.document, document)) return succeeded(now.revision)
    if (now.revision !== seen) return failed('changed')
    const revision = mintId('drf')
    const authors = [...new Set([...(now.draft?.authors ?? []), actor])]
    await writeDraft(tx, kind, { revision, document, authors, savedAt: new Date() })
    const changes = differenceOf(now.document, document)
    await recordAudit(tx, {
      actor,
      action: `${kind}.draft_saved`,
      subject: revision,
      detail: detailOf(changes),
    })
    return succeeded(revision)
  })

/** Whoever acts on a draft: the revision that they saw, and their name in the audit log. */
type Act = { readonly seen: string; readonly actor: string }

/** Back to what is published. `changed` when it is no longer the draft that was seen. */
export const discardDraft = (
  db: TenantDb,
  kind: DraftKind,
  { seen, actor }: Act,
): Promise<Outcome<null, 'changed'>> =>
  inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const { draft, revision, published }: OpenDraft<DraftKind> = await openDraft(tx, kind)
    if (draft && revision !== seen) return failed('changed')
    if (!draft) return succeeded(null)
    await markDiscarded(tx, kind, new Date())
    const detail = published ? detailOf(differenceOf(draft.document, published.document)) : {}
    await recordAudit(tx, { actor, action: `${kind}.draft_discarded`, subject: seen, detail })
    return succeeded(null)
  })

/** For so long a draft that was thrown away can be brought back. */
const regretMs = hourMs

/** Takes a discarding back. `changed` when something else is being prepared by now, or too much time has passed. */
export const bringBackDraft = (
  db: TenantDb,
  kind: DraftKind,
  { seen, actor }: Act,
): Promise<Outcome<null, 'changed'>> =>
  inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const since = later(new Date(), -regretMs)
    if (!(await unmarkDiscarded(tx, kind, { revision: seen, since }))) return failed('changed')
    await recordAudit(tx, { actor, action: `${kind}.draft_brought_back`, subject: seen, detail: {} })
    return succeeded(null)
  })
