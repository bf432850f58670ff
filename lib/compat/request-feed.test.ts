import { expect, it } from 'vitest'
import { requestFeedStatus } from './request-feed.ts'

it('a finished visit is Completed in the feed of requests, and no other is', () => {
  const all = ['open', 'expired', 'finished', 'declined', 'cancelled', 'failed', 'abandoned'] as const
  expect(all.filter((status) => requestFeedStatus(status) === 'Completed')).toEqual(['finished'])
  expect(requestFeedStatus('expired')).toBe(requestFeedStatus('open'))
})
