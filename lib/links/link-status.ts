import { type Link, standingOf } from './link.ts'

/** How far a link has got: made, sent by mail (or refused by the mail server), opened, and what came of its visit. */
export const linkStatuses = [
  'made',
  'sent',
  'not_delivered',
  'opened',
  'finished',
  'failed',
  'expired',
  'revoked',
] as const
export type LinkStatus = (typeof linkStatuses)[number]

type Of = Pick<Link, 'redeemedSessionId' | 'revokedAt' | 'expiresAt' | 'sentAt' | 'sendFailedAt'>

/** `outcome` is how the visit of an opened link ended; null while it lasts. Whatever did not finish has failed. */
export const linkStatusOf = (link: Of, outcome: string | null, now: Date): LinkStatus => {
  const standing = standingOf(link, now)
  if (standing === 'spent')
    return outcome === null ? 'opened' : outcome === 'finished' ? 'finished' : 'failed'
  if (standing !== 'open') return standing
  if (link.sendFailedAt !== null) return 'not_delivered'
  return link.sentAt === null ? 'made' : 'sent'
}
