import { staffTables } from '#lib/db/staff-tables.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import type { StaffMemberId } from '#lib/kit/ids.ts'

/** The new codes stand in for all former ones. */
export const replaceRecoveryCodes = async (memberId: StaffMemberId, hashes: Bytes[]): Promise<void> => {
  const codes = staffTables().staffRecoveryCode
  await codes.deleteMany({ where: { memberId } })
  await codes.createMany({ data: hashes.map((codeHash) => ({ memberId, codeHash })) })
}

export const countRecoveryCodes = (memberId: StaffMemberId): Promise<number> =>
  staffTables().staffRecoveryCode.count({ where: { memberId, spentAt: null } })

/** Spends a code, once. */
export const spendRecoveryCode = async (
  memberId: StaffMemberId,
  codeHash: Bytes,
  now: Date,
): Promise<boolean> => {
  const where = { memberId, codeHash, spentAt: null }
  const { count } = await staffTables().staffRecoveryCode.updateMany({ where, data: { spentAt: now } })
  return count === 1
}
