import { randomUUID } from 'node:crypto'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import type { StaffMemberId } from '#lib/kit/ids.ts'
import { ensureMember } from '#lib/staff/member-store.ts'
import { insertMembership } from '#lib/staff/membership-store.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { insertStaffSession, noteProven } from '#lib/staff/staff-session-store.ts'
import type { BuiltTenant } from './a-tenant.ts'

export type BuiltMember = { readonly id: StaffMemberId; readonly email: string }

/** Somebody who works for a tenant. The same `email` at another tenant is the same person. */
export const aMember = async (
  { db }: Pick<BuiltTenant, 'db'>,
  role: StaffRole,
  email = `${role}-${randomUUID()}@staff.example`,
): Promise<BuiltMember> => {
  const { id } = await ensureMember(email, 'en')
  await insertMembership(db, { memberId: id, role })
  return { id, email }
}

/** The cookie's token of a browser in which a member is signed in; their second factor is shown unless said otherwise. */
export const aStaffSession = async (
  { id: memberId }: Pick<BuiltMember, 'id'>,
  { isProven = true } = {},
): Promise<string> => {
  const token = mintToken()
  const tokenHash = sha256(token)
  const session = await insertStaffSession({ memberId, tokenHash, device: 'Chrome', ssoTenantId: null })
  if (isProven) await noteProven(session.id, new Date())
  return token
}
