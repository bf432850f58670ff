import { expect, it } from 'vitest'
import { linkStatusOf } from './link-status.ts'

const now = new Date('2026-11-20T12:00:00Z')
const past = new Date('2026-11-19T12:00:00Z')
const fresh: Parameters<typeof linkStatusOf>[0] = {
  redeemedSessionId: null,
  revokedAt: null,
  expiresAt: new Date('2026-11-25T12:00:00Z'),
  sentAt: null,
  sendFailedAt: null,
}
const opened: typeof fresh = { ...fresh, sentAt: past, redeemedSessionId: 'ses_1' as const, expiresAt: past }

it('says how far a link has got', () => {
  const status = (link: typeof fresh, outcome: string | null = null) => linkStatusOf(link, outcome, now)
  expect(status(fresh)).toBe('made')
  expect(status({ ...fresh, sentAt: past })).toBe('sent')
  expect(status({ ...fresh, sendFailedAt: past })).toBe('not_delivered')
  expect(status(opened)).toBe('opened')
  expect(status(opened, 'finished')).toBe('finished')
  expect(status(opened, 'declined')).toBe('failed')
  expect(status({ ...fresh, sentAt: past, expiresAt: past })).toBe('expired')
  expect(status({ ...fresh, revokedAt: past, expiresAt: past })).toBe('revoked')
})
