import type { Desk } from '#lib/console/desk.ts'
import { enterDesk } from '#lib/console/enter-desk.ts'
import { findSignedIn } from '#lib/console/find-signed-in.ts'
import type { StaffAction } from '#lib/console/permissions.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { aMember, aStaffSession } from './a-member.ts'
import type { BuiltTenant } from './a-tenant.ts'

/** Somebody of a role at work for a tenant, as far as `overview.view` goes; the test says what else it needs. */
export const aDesk = async <Action extends StaffAction>(
  tenant: BuiltTenant,
  role: StaffRole,
): Promise<Desk<Action>> => {
  const now = new Date()
  const signedIn = await findSignedIn(await aStaffSession(await aMember(tenant, role)), now)
  const entered = signedIn && (await enterDesk(signedIn, tenant.slug, 'overview.view', now))
  if (!entered?.ok) throw new Error('no desk')
  return entered.value as Desk<Action>
}
