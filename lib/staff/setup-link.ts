import { dayMs } from '#lib/kit/clock.ts'
import type { TenantId } from '#lib/kit/ids.ts'

/** Long enough for a ticket to reach whoever may change the DNS, short enough that it need not be remembered. */
export const setupLinkLifeMs = 3 * dayMs

/** By which single sign-on is set up from outside; `schema.prisma` says what the columns mean. */
export type SetupLink = {
  readonly id: string
  readonly tenantId: TenantId
  readonly createdBy: string
  readonly expiresAt: Date
  readonly openedAt: Date | null
  readonly usedAt: Date | null
}
