import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import type { StaffMemberId } from '#lib/kit/ids.ts'
import { insertSignIn } from './sign-in-store.ts'

/** A one-time sign-in link's secret, of which only the hash stays here. */
export const mintSignIn = async (
  memberId: StaffMemberId,
  expiresAt: Date,
  { isByOperator = false } = {},
): Promise<string> => {
  const token = mintToken()
  await insertSignIn({ memberId, tokenHash: sha256(token), expiresAt, isByOperator })
  return token
}

/** Where the link of a token leads: a page with one button, for mail scanners come by GET. */
export const signInPath = (token: string): string => `/admin/open/${token}`
