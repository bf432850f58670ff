import { authorizationCodeGrant, fetchUserInfo } from 'openid-client'
import { tenantDb } from '#lib/db/tenant-db.ts'
import { sameBytes, sha256 } from '#lib/kit/crypto.ts'
import { log } from '#lib/kit/log.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findMemberByEmail } from '#lib/staff/member-store.ts'
import { findMembership } from '#lib/staff/membership-store.ts'
import { findSso, updateSso } from '#lib/staff/sso-store.ts'
import type { StaffMember } from '#lib/staff/staff-member.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'
import type { SignOnTry } from './begin-sign-on.ts'
import { type Provider, providerAsKnown } from './provider.ts'
import { readClaims, type Vouched } from './read-claims.ts'
import { type SignOnFault, signOnFaultOf } from './sign-on-fault.ts'
import { openClient } from './sso-client.ts'

/** `address` as it was registered; what came behind its question mark is `query`. */
type CameBack = { readonly kept: SignOnTry; readonly address: string; readonly query: URLSearchParams }

/** An answer to another try, or of another provider (RFC 9207). */
const isMeant = ({ kept, query }: CameBack, { config }: Provider): boolean => {
  const [states, issuers] = [query.getAll('state'), query.getAll('iss')]
  const isOurs = states.length === 1 && sameBytes(sha256(states[0] ?? ''), sha256(kept.state))
  return isOurs && issuers.every((one) => one === config.serverMetadata().issuer)
}

/** Many providers tell the mail address only when they are asked for it. */
const claimsOf = async ({ config }: Provider, { kept, address, query }: CameBack): Promise<unknown> => {
  const tokens = await authorizationCodeGrant(config, new URL(`${address}?${query}`), {
    pkceCodeVerifier: kept.verifier,
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims || claims.email !== undefined || !config.serverMetadata().userinfo_endpoint) return claims
  return { ...(await fetchUserInfo(config, tokens.access_token, claims.sub)), amr: claims.amr }
}

const vouchedBy = async (sso: StaffSso, back: CameBack): Promise<Outcome<Vouched, SignOnFault>> => {
  const provider = await providerAsKnown(await openClient(tenantDb(sso.tenantId), sso))
  if (!provider.ok) return failed('down')
  if (!isMeant(back, provider.value)) return failed('lost')
  try {
    return readClaims(await claimsOf(provider.value, back), sso)
  } catch (thrown) {
    const { fault, code } = signOnFaultOf(thrown, provider.value.lineFault() !== null)
    log('warn', 'sign-on failed', { tenantId: sso.tenantId, fault, code })
    return failed(fault)
  }
}

export type SignedOn = { readonly member: StaffMember; readonly sso: StaffSso; readonly isVouched: boolean }

/**
 * Who came back from the tenant's provider. Nobody becomes a member by it: it says who somebody is, and the team's list
 * whether they work here.
 */
export const finishSignOn = async (back: CameBack, now: Date): Promise<Outcome<SignedOn, SignOnFault>> => {
  const db = tenantDb(back.kept.tenantId as StaffSso['tenantId'])
  const sso = await findSso(db)
  if (!sso?.verifiedAt || sso.revision !== back.kept.revision) return failed('off')
  const vouched = await vouchedBy(sso, back)
  if (!vouched.ok) return vouched
  if (!sso.workedAt) await updateSso(db, { workedAt: now })
  const member = await findMemberByEmail(vouched.value.email)
  if (!member || !(await findMembership(db, member.id))) return failed('stranger')
  return succeeded({ member, sso, isVouched: vouched.value.isFactorShown })
}
