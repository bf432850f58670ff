import { isDeepStrictEqual } from 'node:util'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { DraftDocuments, DraftKind } from './draft.ts'
import { deleteDraft, writeDraft } from './draft-store.ts'
import { openDraft } from './open-draft.ts'
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
    return succeeded(revision)
  })

/** Back to what is published. `changed` when it is no longer the draft that was seen. */
export const discardDraft = (
  db: TenantDb,
  kind: DraftKind,
  seen: string,
): Promise<Outcome<null, 'changed'>> =>
  inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const { draft, revision } = await openDraft(tx, kind)
    if (draft && revision !== seen) return failed('changed')
    await deleteDraft(tx, kind)
    return succeeded(null)
  })
