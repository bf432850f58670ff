import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { type Id, mintId } from '#lib/kit/ids.ts'
import { type Brand, brandSchema } from './brand.ts'
import { forgetCurrent } from './current-versions.ts'
import { paintBrand } from './paint-brand.ts'
import type { PaintedBrand } from './painted-brand.ts'
import { refusePressure } from './pressure-words.ts'
import { VersionCache } from './version-cache.ts'
import { planted, type VersionOrigin } from './version-origin.ts'
import { takePublishingTurn } from './version-store.ts'

const brands = new VersionCache<PaintedBrand>()

/** A published brand with its tones computed, kept in memory once painted. Throws when it is not this tenant's. */
export const getPaintedBrand = (db: TenantDb, id: string): Promise<PaintedBrand> =>
  brands.get(`${db.tenantId}|${id}`, async () =>
    paintBrand(await db.tables.brandVersion.findUniqueOrThrow({ where: { id } })),
  )

/** The newest published look as it was chosen, or null. */
export const findNewestBrand = async (db: TenantDb): Promise<Brand | null> => {
  const row = await db.tables.brandVersion.findFirst({ orderBy: { version: 'desc' } })
  return row && brandSchema.parse(row)
}

/** Publishes the next version of the look; answers its id. Visits that have begun stay on theirs. */
export const publishBrand = async (
  db: TenantDb,
  brand: Brand,
  origin: VersionOrigin = planted,
): Promise<Id<'brd'>> => {
  const id = mintId('brd')
  const data = { ...brandSchema.parse(brand), ...origin, id, tenantId: db.tenantId }
  const { en = {}, fr = {} } = data.copy
  refusePressure({ en: Object.values(en), fr: Object.values(fr) })
  await inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const version = (await tx.tables.brandVersion.count()) + 1
    await tx.tables.brandVersion.create({ data: { ...data, version } })
  })
  forgetCurrent(db)
  return id
}
