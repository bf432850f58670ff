import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { brandSchema } from './brand.ts'
import { brandInputOf } from './brand-draft.ts'
import { publishBrand } from './brand-store.ts'
import { forgetCurrent } from './current-versions.ts'
import { detailOf, differenceOf } from './difference.ts'
import {
  approvalRefusal,
  type DraftDocument,
  type DraftDocuments,
  type DraftKind,
  flawsOf,
  type PublishingRefusal,
} from './draft.ts'
import { deleteDraft, markAsked, writeDraft } from './draft-store.ts'
import { publishFlowPolicy } from './flow-policy-store.ts'
import { type OpenDraft, openDraft } from './open-draft.ts'
import type { PolicyDraft } from './policy-draft.ts'
import { policyOf } from './policy-flaws.ts'
import { needsApproval } from './tenant-store.ts'
import { findVersion, type PublishedVersion } from './version-history-store.ts'
import type { VersionOrigin } from './version-origin.ts'
import { takePublishingTurn } from './version-store.ts'

/** `seen`: the revision, or for a roll-back the newest version's id, on the page where the button was pressed. */
export type PublishingAct = {
  readonly seen: string
  readonly actor: string
  /** `actor` gives the approval that was asked for. */
  readonly isApproving?: boolean
}

const write = async (
  tx: TenantDb,
  kind: DraftKind,
  document: DraftDocument,
  origin: VersionOrigin,
): Promise<string> => {
  if (kind === 'brand')
    return publishBrand(tx, brandSchema.parse(brandInputOf(document as DraftDocuments['brand'])), origin)
  const policy = policyOf(document as PolicyDraft)
  if (!policy) throw new Error('a policy without flaws does not parse')
  return publishFlowPolicy(tx, policy, origin)
}

type Release = {
  readonly document: DraftDocument
  readonly former: PublishedVersion | null
  readonly origin: VersionOrigin
}

/** The next version and its line in the audit log, in one transaction. */
const release = async (tx: TenantDb, kind: DraftKind, asked: Release): Promise<string> => {
  const { document, former, origin } = asked
  const subject = await write(tx, kind, document, origin)
  const changes = differenceOf(former?.document ?? null, document)
  await recordAudit(tx, {
    actor: origin.publishedBy ?? 'system',
    action: origin.restoredFrom === null ? `${kind}.published` : `${kind}.restored`,
    subject,
    detail: {
      former: former?.id ?? '',
      authors: origin.authors.join(' '),
      ...detailOf(changes),
      ...(origin.restoredFrom === null ? {} : { restoredFrom: origin.restoredFrom }),
    },
  })
  return subject
}

const refusalOf = async (
  tx: TenantDb,
  { kind, draft, published, revision }: OpenDraft<DraftKind>,
  { seen, actor, isApproving = false }: PublishingAct,
): Promise<PublishingRefusal | null> => {
  if (!draft || revision !== seen) return 'changed'
  if (flawsOf(kind, draft.document).length > 0) return 'flawed'
  if (published && differenceOf(published.document, draft.document).length === 0) return 'nothing_new'
  return approvalRefusal(draft, { isNeeded: await needsApproval(tx), actor, isApproving })
}

/**
 * Publishes what is being prepared, if it is what `actor` saw, is whole, and has the approval that the tenant asks for.
 * Answers the id of the new version. Visits that have begun stay on theirs.
 */
export const publishDraft = async (
  db: TenantDb,
  kind: DraftKind,
  act: PublishingAct,
): Promise<Outcome<string, PublishingRefusal>> => {
  const outcome = await inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const open: OpenDraft<DraftKind> = await openDraft(tx, kind)
    const refusal = await refusalOf(tx, open, act)
    if (refusal !== null || !open.draft) return failed(refusal ?? ('changed' as const))
    const { document, authors } = open.draft
    const origin = { authors: [...authors], publishedBy: act.actor, restoredFrom: null }
    const id = await release(tx, kind, { document, former: open.published, origin })
    await deleteDraft(tx, kind)
    return succeeded(id)
  })
  forgetCurrent(db)
  return outcome
}

/** Asks another to approve exactly this revision; `flawed` while it could not be published anyway. */
export const askApproval = (
  db: TenantDb,
  kind: DraftKind,
  { seen, actor }: PublishingAct,
): Promise<Outcome<null, PublishingRefusal>> =>
  inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const { draft, revision }: OpenDraft<DraftKind> = await openDraft(tx, kind)
    if (!draft || revision !== seen) return failed('changed')
    if (flawsOf(kind, draft.document).length > 0) return failed('flawed')
    if (draft.asked !== null) return succeeded(null)
    await markAsked(tx, kind, { by: actor, at: new Date() })
    await recordAudit(tx, { actor, action: `${kind}.approval_asked`, subject: revision, detail: {} })
    return succeeded(null)
  })

export type RestoreRefusal = Exclude<PublishingRefusal, 'approval_missing' | 'own_work'> | 'draft_open'

/** Lays an old version down as a draft whose approval is asked for; what somebody else prepares is not overwritten. */
const askToRestore = async (
  tx: TenantDb,
  { kind, draft }: OpenDraft<DraftKind>,
  { actor, old }: { readonly actor: string; readonly old: PublishedVersion },
): Promise<Outcome<'asked', RestoreRefusal>> => {
  if (draft) return failed('draft_open')
  const [revision, now] = [mintId('drf'), new Date()]
  await writeDraft(tx, kind, { revision, document: old.document, authors: [actor], savedAt: now })
  await markAsked(tx, kind, { by: actor, at: now })
  const detail = { restoredFrom: old.version }
  await recordAudit(tx, { actor, action: `${kind}.approval_asked`, subject: revision, detail })
  return succeeded('asked')
}

/**
 * Goes back to an old version. It is published anew, as the newest, and a draft that is open stays as it is; where the
 * tenant asks for approval it becomes a draft, which another lets out.
 */
export const restoreVersion = async (
  db: TenantDb,
  kind: DraftKind,
  { seen, actor, version }: PublishingAct & { readonly version: number },
): Promise<Outcome<'published' | 'asked', RestoreRefusal>> => {
  const outcome = await inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const open: OpenDraft<DraftKind> = await openDraft(tx, kind)
    const { published } = open
    const old: PublishedVersion | null = await findVersion(tx, kind, version)
    if (!published || published.id !== seen || !old) return failed('changed' as const)
    if (differenceOf(published.document, old.document).length === 0) return failed('nothing_new' as const)
    if (flawsOf(kind, old.document).length > 0) return failed('flawed' as const)
    if (await needsApproval(tx)) return askToRestore(tx, open, { actor, old })
    const origin = { authors: [...old.authors], publishedBy: actor, restoredFrom: version }
    await release(tx, kind, { document: old.document, former: published, origin })
    return succeeded('published' as const)
  })
  forgetCurrent(db)
  return outcome
}
