import { describe, expect, it } from 'vitest'
import { AttemptStatus } from '#lib/db/generated/enums.ts'
import { readingLifeMs, standingOf, standingWithData } from './attempt.ts'
import { attemptMoves, sourcesOf } from './attempt-moves.ts'

const all = Object.values(AttemptStatus)

describe('the moves of an attempt', () => {
  it('never lead out of an end', () => {
    for (const end of ['failed', 'abandoned', 'revoked'] as const)
      expect(all.filter((to) => sourcesOf(to).includes(end))).toEqual([])
  })

  it('reach every status but the first', () => {
    const reached = new Set<AttemptStatus>(['created'])
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const from of [...reached]) for (const to of attemptMoves[from]) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...all].sort())
  })

  it('link only what the bank was still working on, or had linked before', () => {
    expect([...sourcesOf('linked')].sort()).toEqual(['degraded', 'redirected', 'working'])
  })
})

describe('an attempt past its deadline', () => {
  const now = new Date('2026-06-01T00:00:00.000Z')
  const row = (status: AttemptStatus, deadlineAt: Date | null) =>
    ({ status, deadlineAt, fault: null }) as Parameters<typeof standingOf>[0]

  it('has failed, whoever looks first, and says why', () => {
    expect(standingOf(row('working', now), now)).toMatchObject({ status: 'failed', fault: 'bank_too_slow' })
    expect(standingOf(row('created', now), now)).toMatchObject({ status: 'failed', fault: 'bank_too_slow' })
    for (const status of ['challenged', 'redirected'] as const)
      expect(standingOf(row(status, now), now)).toMatchObject({
        status: 'failed',
        fault: 'bank_session_expired',
      })
  })

  it('stands as it is before that, and when it waits for nothing', () => {
    expect(standingOf(row('working', new Date(now.getTime() + 1)), now).status).toBe('working')
    expect(standingOf(row('linked', now), now).status).toBe('linked')
  })
})

describe('an accepted login whose accounts are not read', () => {
  const linkedAt = new Date('2026-06-01T00:00:00.000Z')
  const past = (ms: number) => new Date(linkedAt.getTime() + ms)
  const attempt = (accountsReadAt: Date | null) =>
    ({ status: 'linked', fault: null, movedAt: linkedAt, accountsReadAt }) as Parameters<
      typeof standingWithData
    >[0]

  it('is waited for, and then has failed, so that a job that died leaves no one stuck', () => {
    expect(standingWithData(attempt(null), past(readingLifeMs - 1)).status).toBe('linked')
    expect(standingWithData(attempt(null), past(readingLifeMs))).toMatchObject({
      status: 'degraded',
      fault: 'bank_too_slow',
    })
  })

  it('stands linked again when the job finishes after all', () => {
    expect(standingWithData(attempt(past(1)), past(readingLifeMs * 2)).status).toBe('linked')
  })
})
