import { dayMs, later, minuteMs } from '#lib/kit/clock.ts'
import type { DataRequestRow } from './data-request-store.ts'

/** While a login is under way, and between its success and the first reading, a request may rest this long. */
export const idleLifeMs = 8 * minuteMs
/** From the first reading on, all of it may be read for this long. */
export const processingLifeMs = 30 * minuteMs
/** Past its end a request is still known as expired for a day; then it is as if it had never been. */
const rememberedMs = dayMs

type Instants = Pick<DataRequestRow, 'askedAt' | 'authorizedAt' | 'readAt'>

const endOf = ({ askedAt, authorizedAt, readAt }: Instants): Date =>
  readAt ? later(readAt, processingLifeMs) : later(authorizedAt ?? askedAt, idleLifeMs)

/** How a request stands by the clock. Pure: nobody writes that it has ended. */
export const lifeOf = (request: Instants, now: Date): 'open' | 'expired' | 'forgotten' => {
  const end = endOf(request)
  if (now < end) return 'open'
  return now < later(end, rememberedMs) ? 'expired' : 'forgotten'
}
