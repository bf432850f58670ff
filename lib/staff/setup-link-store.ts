import type { Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import type { SetupLink } from './setup-link.ts'

type Row = Prisma.StaffSetupLinkGetPayload<object>

const toLink = ({ tokenHash: _, createdAt: __, ...row }: Row): SetupLink => ({
  ...row,
  tenantId: row.tenantId as TenantId,
})

/** Null for a token that was never given or was taken back; whether it has expired is the caller's to see. */
export const findSetupLinkByToken = async (tokenHash: Bytes): Promise<SetupLink | null> => {
  const row = await scopeDoors().staffSetupLink.findUnique({ where: { tokenHash } })
  return row && toLink(row)
}

/** The link of the tenant, which may have expired. */
export const findSetupLink = async (db: TenantDb): Promise<SetupLink | null> => {
  const row = await db.tables.staffSetupLink.findFirst()
  return row && toLink(row)
}

type NewLink = Pick<SetupLink, 'id' | 'createdBy' | 'expiresAt'> & { readonly tokenHash: Bytes }

/** The former link of the tenant opens nothing from now on. */
export const replaceSetupLink = async (tx: TenantDb, link: NewLink): Promise<void> => {
  const { tenantId } = tx
  const made = { ...link, createdAt: new Date(), openedAt: null, usedAt: null }
  await tx.tables.staffSetupLink.upsert({
    where: { tenantId },
    create: { ...made, tenantId },
    update: made,
  })
}

export const noteSetupLinkOpened = async (db: TenantDb, id: string, now: Date): Promise<void> => {
  await db.tables.staffSetupLink.updateMany({ where: { id }, data: { openedAt: now } })
}

/** Holds the link until the transaction ends. False where it opens nothing any more. */
export const holdSetupLink = async (tx: TenantDb, id: string, now: Date): Promise<boolean> => {
  const used = await tx.tables.staffSetupLink.updateMany({
    where: { id, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return used.count === 1
}

/** False where it was gone already. */
export const deleteSetupLink = async (tx: TenantDb, id: string): Promise<boolean> =>
  (await tx.tables.staffSetupLink.deleteMany({ where: { id } })).count === 1
