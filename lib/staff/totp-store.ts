import { staffTables } from '#lib/db/staff-tables.ts'
import type { StaffMemberId } from '#lib/kit/ids.ts'
import { openForHouse, sealForHouse } from '#lib/vault/house-seal.ts'

export type Totp = {
  readonly secret: string
  readonly isConfirmed: boolean
  /** The last half minute whose code was taken. */
  readonly step: number | null
}

const placeOf = (row: string) => ({ table: 'StaffMember', column: 'totpSealed', row })

export const findTotp = async (id: StaffMemberId): Promise<Totp | null> => {
  const row = await staffTables().staffMember.findUnique({ where: { id } })
  if (!row?.totpSealed) return null
  const secret = await openForHouse(placeOf(id), row.totpSealed)
  return { secret, isConfirmed: row.totpConfirmedAt !== null, step: row.totpStep }
}

/** A secret that is not confirmed yet. One that is stays: it must be removed first. */
export const storePendingTotp = async (id: StaffMemberId, secret: string): Promise<void> => {
  await staffTables().staffMember.updateMany({
    where: { id, totpConfirmedAt: null },
    data: { totpSealed: await sealForHouse(placeOf(id), secret), totpStep: null },
  })
}

/** Takes the code of a half minute, once: false when it, or a later one, was taken before. */
export const takeTotpStep = async (
  id: StaffMemberId,
  step: number,
  isConfirming: Date | null,
): Promise<boolean> => {
  const { count } = await staffTables().staffMember.updateMany({
    where: { id, totpSealed: { not: null }, OR: [{ totpStep: null }, { totpStep: { lt: step } }] },
    data: { totpStep: step, ...(isConfirming ? { totpConfirmedAt: isConfirming } : {}) },
  })
  return count === 1
}

export const removeTotp = async (id: StaffMemberId): Promise<void> => {
  await staffTables().staffMember.updateMany({
    where: { id },
    data: { totpSealed: null, totpConfirmedAt: null, totpStep: null },
  })
}
