import type { TenantDb } from '#lib/db/tenant-db.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import type { DrawnLogo } from './draw-logo.ts'

/** Answers its id; the same picture is kept once. */
export const insertBrandAsset = async (db: TenantDb, logo: DrawnLogo): Promise<string> => {
  const id = Buffer.from(sha256(logo.image)).toString('hex')
  await db.tables.brandAsset.createMany({
    data: [{ ...logo, id, tenantId: db.tenantId }],
    skipDuplicates: true,
  })
  return id
}

export const findBrandAsset = async (
  db: TenantDb,
  id: string,
): Promise<{ readonly image: Uint8Array<ArrayBuffer>; readonly mediaType: string } | null> =>
  db.tables.brandAsset.findUnique({
    where: { tenantId_id: { tenantId: db.tenantId, id } },
    select: { image: true, mediaType: true },
  })
