import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { paintBrand } from './paint-brand.ts'
import type { PaintedBrand } from './painted-brand.ts'
import { VersionCache } from './version-cache.ts'

const brands = new VersionCache<PaintedBrand>()

/** A published brand with its tones computed, kept in memory once painted. */
export const getPaintedBrand = (db: TenantDb, id: string): Promise<PaintedBrand> =>
  brands.get(`${db.tenantId}|${id}`, async () =>
    paintBrand(await db.tables.brandVersion.findUniqueOrThrow({ where: { id } })),
  )

export type NewBrand = Omit<
  Prisma.BrandVersionUncheckedCreateInput,
  'id' | 'tenantId' | 'version' | 'publishedAt' | 'sessions'
>

/** Publishes the next version of the look; answers its id. */
export const publishBrand = async (tx: TenantDb, brand: NewBrand): Promise<string> => {
  const id = mintId('brd')
  const version = (await tx.tables.brandVersion.count()) + 1
  await tx.tables.brandVersion.create({ data: { ...brand, id, version, tenantId: tx.tenantId } })
  return id
}
