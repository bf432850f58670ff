import type { TenantDb } from '#lib/db/tenant-db.ts'
import { brandDraftSchema } from './brand-draft.ts'
import type { Draft, DraftDocuments, DraftKind } from './draft.ts'
import { type PolicyDraft, readPolicyDraft } from './policy-draft.ts'

const parse = <K extends DraftKind>(
  kind: K,
  stored: unknown,
  published: DraftDocuments[K] | null,
): DraftDocuments[K] =>
  (kind === 'brand'
    ? brandDraftSchema.parse(stored)
    : readPolicyDraft(stored, published as PolicyDraft | null)) as DraftDocuments[K]

const keyOf = ({ tenantId }: TenantDb, kind: DraftKind) => ({ tenantId_kind: { tenantId, kind } })

/** Null where nothing is being prepared. Throws when the row is corrupt. `published` is what it would replace. */
export const findDraft = async <K extends DraftKind>(
  db: TenantDb,
  kind: K,
  published: DraftDocuments[K] | null,
): Promise<Draft<K> | null> => {
  const row = await db.tables.draft.findUnique({ where: keyOf(db, kind) })
  if (!row || row.discardedAt) return null
  const { revision, authors, savedAt, askedBy, askedAt } = row
  const asked = askedBy !== null && askedAt !== null ? { by: askedBy, at: askedAt } : null
  return { revision, document: parse(kind, row.document, published), authors, savedAt, asked }
}

export type SavedDraft<K extends DraftKind> = Pick<Draft<K>, 'revision' | 'document' | 'authors' | 'savedAt'>

/** In place of what was there; an approval that was asked for is no longer. */
export const writeDraft = async <K extends DraftKind>(
  tx: TenantDb,
  kind: K,
  { revision, document, authors, savedAt }: SavedDraft<K>,
): Promise<void> => {
  const asked = { askedBy: null, askedAt: null, discardedAt: null }
  const data = { revision, document, authors: [...authors], savedAt, ...asked }
  const create = { ...data, kind, tenantId: tx.tenantId }
  await tx.tables.draft.upsert({ where: keyOf(tx, kind), create, update: data })
}

export const markAsked = async (
  tx: TenantDb,
  kind: DraftKind,
  asked: { readonly by: string; readonly at: Date },
): Promise<void> => {
  await tx.tables.draft.update({
    where: keyOf(tx, kind),
    data: { askedBy: asked.by, askedAt: asked.at },
  })
}

/** Throws the draft away, in such a way that it can be brought back. */
export const markDiscarded = async (tx: TenantDb, kind: DraftKind, now: Date): Promise<void> => {
  const data = { askedBy: null, askedAt: null, discardedAt: now }
  await tx.tables.draft.updateMany({ where: { kind, discardedAt: null }, data })
}

/** Brings back what was thrown away since `since`; false where that was another, or none, or too long ago. */
export const unmarkDiscarded = async (
  tx: TenantDb,
  kind: DraftKind,
  { revision, since }: { readonly revision: string; readonly since: Date },
): Promise<boolean> => {
  const where = { kind, revision, discardedAt: { gte: since } }
  return (await tx.tables.draft.updateMany({ where, data: { discardedAt: null } })).count === 1
}

export const deleteDraft = async (tx: TenantDb, kind: DraftKind): Promise<void> => {
  await tx.tables.draft.deleteMany({ where: { kind } })
}
