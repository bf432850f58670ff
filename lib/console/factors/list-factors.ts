import type { StaffMemberId } from '#lib/kit/ids.ts'
import { listPasskeys, type Passkey } from '#lib/staff/passkey-store.ts'
import { countRecoveryCodes } from '#lib/staff/recovery-code-store.ts'
import { findTotp } from '#lib/staff/totp-store.ts'

/** What a member can show beside the link in their mail. */
export type Factors = {
  readonly hasTotp: boolean
  readonly passkeys: readonly Passkey[]
  readonly codesLeft: number
}

export const listFactors = async (id: StaffMemberId): Promise<Factors> => {
  const [totp, passkeys, codesLeft] = await Promise.all([
    findTotp(id),
    listPasskeys(id),
    countRecoveryCodes(id),
  ])
  return { hasTotp: totp?.isConfirmed ?? false, passkeys, codesLeft }
}

export const hasFactor = ({ hasTotp, passkeys }: Factors): boolean => hasTotp || passkeys.length > 0
