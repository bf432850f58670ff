import type { RefreshRefusal } from '#lib/console/connections/refresh-now.ts'
import { AppError } from '#lib/kit/errors.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import type { FlashKey } from '#lib/web/staff/flash-cookie.ts'

const refusals: Readonly<Record<Exclude<RefreshRefusal, 'unknown'>, FlashKey>> = {
  consent_ended: 'connection_consent_ended',
  not_agreed: 'connection_not_agreed',
  busy: 'connection_busy',
  failed: 'connection_refresh_failed',
}

/** What is said of a refresh. Throws `not_found` where there is nothing to refresh. */
export const refreshFlash = (refreshed: Outcome<null, RefreshRefusal>): FlashKey => {
  if (refreshed.ok) return 'connection_refreshed'
  if (refreshed.reason === 'unknown') throw new AppError('not_found')
  return refusals[refreshed.reason]
}
