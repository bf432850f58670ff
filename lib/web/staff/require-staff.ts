import type { Desk, SignedIn } from '#lib/console/desk.ts'
import { enterDesk } from '#lib/console/enter-desk.ts'
import type { StaffAction } from '#lib/console/permissions.ts'
import { AppError } from '#lib/kit/errors.ts'

/**
 * The desk of somebody signed in, at the tenant of the address, for one action; null where their second factor is due
 * first. Throws `not_found` for a tenant that is not theirs, `permission_missing` where their role may not.
 */
export const requireDesk = async <Action extends StaffAction>(
  signedIn: SignedIn,
  slug: string,
  action: Action,
): Promise<Desk<Action> | null> => {
  const entered = await enterDesk(signedIn, slug, action, new Date())
  if (entered.ok) return entered.value
  if (entered.reason === 'factor_due') return null
  if (entered.reason === 'tenant_unknown') throw new AppError('not_found')
  throw new AppError('permission_missing', { memberId: signedIn.member.id, action })
}
