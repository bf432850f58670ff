import { staffTables } from '#lib/db/staff-tables.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { mintId, type StaffMemberId } from '#lib/kit/ids.ts'

export type NewSignIn = {
  readonly memberId: StaffMemberId
  readonly tokenHash: Bytes
  readonly expiresAt: Date
  readonly isByOperator?: boolean
}

export const insertSignIn = async (signIn: NewSignIn): Promise<void> => {
  await staffTables().staffSignIn.create({ data: { id: mintId('sti'), ...signIn } })
}

const alive = (tokenHash: Bytes, now: Date) => ({ tokenHash, spentAt: null, expiresAt: { gt: now } })

export const isSignInAlive = async (tokenHash: Bytes, now: Date): Promise<boolean> =>
  (await staffTables().staffSignIn.count({ where: alive(tokenHash, now) })) === 1

export type SpentSignIn = { readonly memberId: StaffMemberId; readonly isByOperator: boolean }

/** Spends the link: of two who come at once, one. Null when it is unknown, spent or old. */
export const spendSignIn = async (tokenHash: Bytes, now: Date): Promise<SpentSignIn | null> => {
  const [row] = await staffTables().staffSignIn.updateManyAndReturn({
    where: alive(tokenHash, now),
    data: { spentAt: now },
  })
  return row ? { memberId: row.memberId as StaffMemberId, isByOperator: row.isByOperator } : null
}
