import { tenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { noteJoined } from '#lib/staff/membership-store.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import type { Desk, SignedIn } from './desk.ts'
import { hasFactor, listFactors } from './factors/list-factors.ts'
import { needsSecondFactor, roleMay, type StaffAction } from './permissions.ts'

/** Asked of roles that need it, and of everybody who has one. */
const isFactorDue = async ({ session, member }: SignedIn, role: StaffRole | null): Promise<boolean> => {
  if (session.provenAt !== null) return false
  return (role !== null && needsSecondFactor(role)) || hasFactor(await listFactors(member.id))
}

/** Whether somebody signed in must show their second factor before they change what belongs to themselves. */
export const mustProveSelf = (signedIn: SignedIn): Promise<boolean> => isFactorDue(signedIn, null)

/**
 * The desk of a member at the tenant that the address names, where they may do `action`. A tenant they do not work for
 * is as unknown as one that does not exist (S4).
 */
export const enterDesk = async <Action extends StaffAction>(
  signedIn: SignedIn,
  slug: string,
  action: Action,
  now: Date,
): Promise<Outcome<Desk<Action>, 'tenant_unknown' | 'permission_missing' | 'factor_due'>> => {
  const place = signedIn.tenants.find(({ tenant }) => tenant.slug === slug)
  if (!place) return failed('tenant_unknown')
  if (await isFactorDue(signedIn, place.role)) return failed('factor_due')
  if (!roleMay(place.role, action)) return failed('permission_missing')
  const db = tenantDb(place.tenant.id)
  await noteJoined(db, signedIn.member.id, now)
  return succeeded({ ...signedIn, ...place, db })
}
