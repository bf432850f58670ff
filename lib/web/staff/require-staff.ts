import type { Desk, SignedIn } from '#lib/console/desk.ts'
import { enterDesk } from '#lib/console/enter-desk.ts'
import type { StaffAction } from '#lib/console/permissions.ts'
import { AppError } from '#lib/kit/errors.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'

/** What somebody shows before they are let in. */
export type DueFirst = 'factor_due' | 'sso_due'

/**
 * The desk of somebody signed in, at the tenant of the address, for one action; or what is due first. Throws `not_found` for a tenant that is not theirs, `permission_missing` where their role may not.
 */
export const requireDesk = async <Action extends StaffAction>(
  signedIn: SignedIn,
  slug: string,
  action: Action,
): Promise<Outcome<Desk<Action>, DueFirst>> => {
  const entered = await enterDesk(signedIn, slug, action, new Date())
  if (entered.ok) return entered
  const { reason } = entered
  if (reason === 'factor_due' || reason === 'sso_due') return failed(reason)
  if (reason === 'tenant_unknown') throw new AppError('not_found')
  throw new AppError('permission_missing', { memberId: signedIn.member.id, action })
}
