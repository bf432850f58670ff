import type { Desk } from '#lib/console/desk.ts'
import { enterDesk } from '#lib/console/enter-desk.ts'
import { findSignedIn } from '#lib/console/find-signed-in.ts'
import type { StaffAction } from '#lib/console/permissions.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { aMember, aStaffSession } from './a-member.ts'
import type { BuiltTenant } from './a-tenant.ts'

/** Somebody new of a role at work for a tenant, entered for `action`; without one, the test says what it stands for. */
export const aDesk = async <Action extends StaffAction>(
  tenant: Pick<BuiltTenant, 'db' | 'slug'>,
  role: StaffRole,
  action?: Action,
): Promise<Desk<Action>> => {
  const now = new Date()
  const signedIn = await findSignedIn(await aStaffSession(await aMember(tenant, role)), now)
  const entered = signedIn && (await enterDesk(signedIn, tenant.slug, action ?? 'overview.view', now))
  if (!entered?.ok) throw new Error('no desk')
  return entered.value as Desk<Action>
}
