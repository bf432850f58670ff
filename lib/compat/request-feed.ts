import type { SessionStatus } from '#lib/sessions/session.ts'

/** What the feed of requests says of each, in the dialect's own word where one is known. */
const words = {
  open: 'In progress',
  expired: 'In progress',
  finished: 'Completed',
  failed: 'Failed',
  declined: 'Declined',
  cancelled: 'Cancelled',
  abandoned: 'Abandoned',
} as const satisfies Record<SessionStatus, string>

export type RequestFeedStatus = (typeof words)[SessionStatus]

/** How those who come from the dialect know a visit: `Completed` is its word for one that may be read. */
export const requestFeedStatus = (status: SessionStatus): RequestFeedStatus => words[status]
