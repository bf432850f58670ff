import type { TenantDb } from '#lib/db/tenant-db.ts'
import { firstBrandDraft } from './brand-draft.ts'
import type { Draft, DraftDocuments, DraftKind } from './draft.ts'
import { findDraft } from './draft-store.ts'
import { firstPolicyDraft } from './policy-draft.ts'
import { getTenant } from './tenant-store.ts'
import { findNewestVersion, type PublishedVersion } from './version-history-store.ts'

/** `draft` null: nothing is being prepared, and `document` is what is published, or where one begins. */
export type OpenDraft<K extends DraftKind> = {
  readonly kind: K
  /** Named by whoever saves: what they saw. */
  readonly revision: string
  readonly document: DraftDocuments[K]
  readonly draft: Draft<K> | null
  readonly published: PublishedVersion<K> | null
}

const firstOf = async <K extends DraftKind>(db: TenantDb, kind: K): Promise<DraftDocuments[K]> => {
  if (kind === 'policy') return firstPolicyDraft() as DraftDocuments[K]
  return firstBrandDraft((await getTenant(db.tenantId)).name) as DraftDocuments[K]
}

export const openDraft = async <K extends DraftKind>(db: TenantDb, kind: K): Promise<OpenDraft<K>> => {
  const published = await findNewestVersion(db, kind)
  const draft = await findDraft(db, kind, published?.document ?? null)
  const document = draft?.document ?? published?.document ?? (await firstOf(db, kind))
  return { kind, revision: draft?.revision ?? published?.id ?? 'none', document, draft, published }
}
