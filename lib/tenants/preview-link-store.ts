import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'

export type PreviewLink = { readonly id: string; readonly tenantId: TenantId; readonly expiresAt: Date }

export const insertPreviewLink = async (
  tx: TenantDb,
  row: { id: string; tokenHash: Uint8Array<ArrayBuffer>; createdBy: string; expiresAt: Date },
): Promise<void> => {
  await tx.tables.previewLink.create({ data: { ...row, tenantId: tx.tenantId } })
}

/** Null for a token that was never given or was taken back; whether it has expired is the caller's to see. */
export const findPreviewLink = async (tokenHash: Uint8Array<ArrayBuffer>): Promise<PreviewLink | null> => {
  const row = await scopeDoors().previewLink.findUnique({ where: { tokenHash } })
  return row && { id: row.id, tenantId: row.tenantId as TenantId, expiresAt: row.expiresAt }
}

/** Those that still open, the newest first. */
export const listPreviewLinks = (
  db: TenantDb,
  now: Date,
): Promise<{ readonly id: string; readonly expiresAt: Date }[]> =>
  db.tables.previewLink.findMany({
    where: { expiresAt: { gt: now } },
    orderBy: { id: 'desc' },
    take: 20,
    select: { id: true, expiresAt: true },
  })

/** Takes every one back; those that have expired are swept with them. */
export const deletePreviewLinks = async (tx: TenantDb): Promise<number> =>
  (await tx.tables.previewLink.deleteMany()).count
