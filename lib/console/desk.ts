import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { StaffMember, StaffRole } from '#lib/staff/staff-member.ts'
import type { StaffSession } from '#lib/staff/staff-session.ts'
import type { Tenant } from '#lib/tenants/tenant-store.ts'
import { roleMay, type StaffAction } from './permissions.ts'

export type DeskTenant = Pick<Tenant, 'id' | 'slug' | 'name' | 'customerId' | 'mayLinkByApi'>

/** Somebody signed in, and all tenants they work for. */
export type SignedIn = {
  readonly member: StaffMember
  readonly session: StaffSession
  readonly tenants: readonly { readonly tenant: DeskTenant; readonly role: StaffRole }[]
}

declare const permitted: unique symbol

/**
 * A member at work for one tenant. `Desk<'keys.manage'>` can only be got where that very action was permitted, so a
 * verb that takes one cannot be called without it.
 */
export type Desk<Action extends StaffAction = never> = SignedIn & {
  readonly db: TenantDb
  readonly tenant: DeskTenant
  readonly role: StaffRole
  readonly [permitted]?: (action: Action) => void
}

export const mayAtDesk = ({ role }: Desk, action: StaffAction): boolean => roleMay(role, action)

/** Who did it, in the audit log. */
export const actorOf = ({ member }: Pick<SignedIn, 'member'>): string => `staff:${member.id}`

/** The same desk for a look, where a page shows again what a form has changed; throws where the role may not look. */
export const asViewer = <Look extends StaffAction>(desk: Desk, action: Look): Desk<Look> => {
  if (!mayAtDesk(desk, action)) throw new Error(`${desk.role} may not ${action}`)
  return desk as Desk<Look>
}
