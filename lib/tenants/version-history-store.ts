import type { TenantDb } from '#lib/db/tenant-db.ts'
import { brandSchema } from './brand.ts'
import { draftOfBrand } from './brand-draft.ts'
import type { DraftDocuments, DraftKind } from './draft.ts'
import { flowPolicySchema } from './flow-policy.ts'
import { draftOfPolicy } from './policy-draft.ts'
import type { VersionOrigin } from './version-origin.ts'

export type PublishedVersion<K extends DraftKind = DraftKind> = VersionOrigin & {
  readonly id: string
  readonly version: number
  readonly publishedAt: Date
  readonly document: DraftDocuments[K]
}

const byNewest = { orderBy: { version: 'desc' } } as const

type Window = { readonly before?: number; readonly version?: number; readonly limit: number }

const whereOf = ({ before, version }: Window) => ({
  ...(before === undefined ? {} : { version: { lt: before } }),
  ...(version === undefined ? {} : { version }),
})

const brandVersions = async (db: TenantDb, window: Window): Promise<PublishedVersion<'brand'>[]> => {
  const rows = await db.tables.brandVersion.findMany({
    ...byNewest,
    where: whereOf(window),
    take: window.limit,
  })
  return rows.map((row) => ({ ...row, document: draftOfBrand(brandSchema.parse(row)) }))
}

const policyVersions = async (db: TenantDb, window: Window): Promise<PublishedVersion<'policy'>[]> => {
  const rows = await db.tables.flowPolicyVersion.findMany({
    ...byNewest,
    where: whereOf(window),
    take: window.limit,
  })
  return rows.map((row) => ({ ...row, document: draftOfPolicy(flowPolicySchema.parse(row)) }))
}

const readers: {
  readonly [K in DraftKind]: (db: TenantDb, window: Window) => Promise<PublishedVersion<K>[]>
} = { brand: brandVersions, policy: policyVersions }

/** Newest first, `limit` at most, older than version `before` where that is given. */
export const listVersions = <K extends DraftKind>(
  db: TenantDb,
  kind: K,
  window: { readonly before?: number; readonly limit: number },
): Promise<PublishedVersion<K>[]> => readers[kind](db, window)

/** Null for a version that was never published. */
export const findVersion = async <K extends DraftKind>(
  db: TenantDb,
  kind: K,
  version: number,
): Promise<PublishedVersion<K> | null> => (await readers[kind](db, { version, limit: 1 }))[0] ?? null

export const findNewestVersion = async <K extends DraftKind>(
  db: TenantDb,
  kind: K,
): Promise<PublishedVersion<K> | null> => (await readers[kind](db, { limit: 1 }))[0] ?? null
