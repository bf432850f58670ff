import { hourMs, later, minuteMs } from '#lib/kit/clock.ts'
import type { StaffMemberId, StaffSessionId, TenantId } from '#lib/kit/ids.ts'

/** One browser of a member, signed in; `schema.prisma` says what the columns mean. */
export type StaffSession = {
  readonly id: StaffSessionId
  readonly memberId: StaffMemberId
  readonly device: string
  readonly ssoTenantId: TenantId | null
  readonly isVouched: boolean
  readonly isByOperator: boolean
  readonly startedAt: Date
  readonly seenAt: Date
  readonly provenAt: Date | null
  readonly endedAt: Date | null
}

/** A lunch break signs nobody out; a night does. */
export const idleLimitMs = 2 * hourMs
export const absoluteLimitMs = 12 * hourMs

/** A session that is used is noted this often, so that reading a page costs no write. */
export const noteEveryMs = minuteMs

export const isOpen = (session: StaffSession, now: Date): boolean =>
  session.endedAt === null &&
  now < later(session.seenAt, idleLimitMs) &&
  now < later(session.startedAt, absoluteLimitMs)
