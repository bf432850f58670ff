import { later } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { findMember } from '#lib/staff/member-store.ts'
import { listMembershipsOf } from '#lib/staff/membership-store.ts'
import type { StaffMembership } from '#lib/staff/staff-member.ts'
import { isOpen, noteEveryMs, type StaffSession } from '#lib/staff/staff-session.ts'
import { findStaffSession, noteSeen } from '#lib/staff/staff-session-store.ts'
import { findTenant } from '#lib/tenants/tenant-store.ts'
import type { SignedIn } from './desk.ts'

const reaches = (session: StaffSession, { tenantId }: StaffMembership): boolean =>
  session.ssoTenantId === null || session.ssoTenantId === tenantId

const tenantsOf = async (session: StaffSession): Promise<SignedIn['tenants']> => {
  const memberships = (await listMembershipsOf(session.memberId)).filter((one) => reaches(session, one))
  const found = await Promise.all(
    memberships.map(async ({ tenantId, role }) => ({ tenant: await findTenant(tenantId), role })),
  )
  return found.flatMap(({ tenant, role }) => (tenant ? [{ tenant, role }] : []))
}

/** Whose session `token` is, or null when it is none, or no longer open. Notes that it was used. */
export const findSignedIn = async (token: string | null, now: Date): Promise<SignedIn | null> => {
  const session = token === null ? null : await findStaffSession(sha256(token))
  if (!session || !isOpen(session, now)) return null
  const [member, tenants] = await Promise.all([findMember(session.memberId), tenantsOf(session)])
  if (!member) return null
  // A provider vouches for the people of its tenant: who works there no more is signed in by it no more.
  if (session.ssoTenantId !== null && tenants.length === 0) return null
  if (now >= later(session.seenAt, noteEveryMs)) await noteSeen(session.id, now)
  return { member, session, tenants }
}
