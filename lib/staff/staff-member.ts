import { z } from 'zod'
import type { Language } from '#lib/kit/i18n.ts'
import type { StaffMemberId, TenantId } from '#lib/kit/ids.ts'

export const staffRoles = [
  'owner',
  'brand_editor',
  'consent_editor',
  'approver',
  'analyst',
  'support',
  'developer',
] as const
export type StaffRole = (typeof staffRoles)[number]

export type StaffMember = {
  readonly id: StaffMemberId
  readonly email: string
  readonly name: string | null
  readonly language: Language | null
}

export type StaffMembership = {
  readonly tenantId: TenantId
  readonly memberId: StaffMemberId
  readonly role: StaffRole
  readonly invitedAt: Date
  readonly joinedAt: Date | null
}

/** Folded as it is compared: nobody means two people by `Ann@x.ca` and `ann@x.ca`. */
export const staffEmailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())
