import { tenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { noteJoined } from '#lib/staff/membership-store.ts'
import type { Desk, SignedIn } from './desk.ts'
import { roleMay, type StaffAction } from './permissions.ts'

/**
 * The desk of a member at the tenant that the address names, where they may do `action`. A tenant they do not work for
 * is as unknown as one that does not exist (S4).
 */
export const enterDesk = async <Action extends StaffAction>(
  signedIn: SignedIn,
  slug: string,
  action: Action,
  now: Date,
): Promise<Outcome<Desk<Action>, 'tenant_unknown' | 'permission_missing'>> => {
  const place = signedIn.tenants.find(({ tenant }) => tenant.slug === slug)
  if (!place) return failed('tenant_unknown')
  if (!roleMay(place.role, action)) return failed('permission_missing')
  const db = tenantDb(place.tenant.id)
  await noteJoined(db, signedIn.member.id, now)
  return succeeded({ ...signedIn, ...place, db })
}
