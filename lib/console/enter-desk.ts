import { tenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { noteJoined } from '#lib/staff/membership-store.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { mustComeBySso } from '#lib/staff/staff-sso.ts'
import type { Desk, SignedIn } from './desk.ts'
import { hasFactor, listFactors } from './factors/list-factors.ts'
import { needsSecondFactor, roleMay, type StaffAction } from './permissions.ts'

type Place = SignedIn['tenants'][number]

/** Asked of roles that need it, and of everybody who has one. */
const isFactorDue = async ({ session, member }: SignedIn, role: StaffRole | null): Promise<boolean> => {
  if (session.provenAt !== null) return false
  // What a tenant's provider vouches for is enough at its own desk, and not to change what belongs to the member.
  if (session.isVouched && role !== null) return false
  return (role !== null && needsSecondFactor(role)) || hasFactor(await listFactors(member.id))
}

/** Whether somebody signed in must show their second factor before they change what belongs to themselves. */
export const mustProveSelf = (signedIn: SignedIn): Promise<boolean> => isFactorDue(signedIn, null)

/** Asked of addresses of the tenant's domain; an owner whom the operator lets in can mend what is broken. */
const isSsoDue = async ({ session, member }: SignedIn, { tenant, role }: Place): Promise<boolean> => {
  if (session.ssoTenantId === tenant.id || (session.isByOperator && role === 'owner')) return false
  return mustComeBySso(await findSso(tenantDb(tenant.id)), member.email)
}

/**
 * The desk of a member at the tenant that the address names, where they may do `action`. A tenant they do not work for
 * is as unknown as one that does not exist (S4).
 */
export const enterDesk = async <Action extends StaffAction>(
  signedIn: SignedIn,
  slug: string,
  action: Action,
  now: Date,
): Promise<Outcome<Desk<Action>, 'tenant_unknown' | 'permission_missing' | 'factor_due' | 'sso_due'>> => {
  const place = signedIn.tenants.find(({ tenant }) => tenant.slug === slug)
  if (!place) return failed('tenant_unknown')
  if (await isSsoDue(signedIn, place)) return failed('sso_due')
  if (await isFactorDue(signedIn, place.role)) return failed('factor_due')
  if (!roleMay(place.role, action)) return failed('permission_missing')
  const db = tenantDb(place.tenant.id)
  await noteJoined(db, signedIn.member.id, now)
  return succeeded({ ...signedIn, ...place, db })
}
