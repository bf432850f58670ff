import { expect, it } from 'vitest'
import { standingOf } from '#lib/connections/attempt.ts'
import { openState, sealState } from '#lib/connections/attempt-secrets.ts'
import { findAttempt, insertAttempt, moveAttempt } from '#lib/connections/attempt-store.ts'
import { workingLifeMs } from '#lib/connections/start-attempt.ts'
import { later } from '#lib/kit/clock.ts'
import { mintId } from '#lib/kit/ids.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { answering, takeRound } from './take-round.ts'

withTestDatabase()

const challenged = async () => {
  const { db } = await aTenant()
  const now = new Date()
  const id = mintId('att')
  await insertAttempt(db, {
    id,
    sessionId: 'ses_1',
    consentId: 'con_1',
    institutionId: 14,
    connectorId: 'sandbox',
    status: 'working',
    createdAt: now,
    movedAt: now,
  })
  const stateSealed = await sealState(db, id, 'the state of the bank')
  await moveAttempt(db, { id, to: 'challenged' }, { stateSealed, round: 1 })
  return {
    db,
    now,
    round: { id, round: 1 },
    get: async () => (await findAttempt(db, id)) ?? Promise.reject(id),
  }
}

it('of two clicks that answer the same round, one speaks to the bank', async () => {
  const { db, now, round } = await challenged()
  const taken = [takeRound(db, round, answering(now)), takeRound(db, round, answering(now))]
  expect((await Promise.all(taken)).sort()).toEqual([false, true])
})

it('while an answer is on its way there is no state with which anybody could poll', async () => {
  const { db, now, round, get } = await challenged()
  expect(await openState(db, await get())).toBe('the state of the bank')
  await takeRound(db, round, answering(now))
  expect(await openState(db, await get())).toBeNull()
})

it('an answer whose process died is given up after a minute, and nobody is stuck', async () => {
  const { db, now, round, get } = await challenged()
  await takeRound(db, round, answering(now))
  const row = await get()
  expect(standingOf(row, later(now, workingLifeMs - 1)).status).toBe('working')
  expect(standingOf(row, later(now, workingLifeMs))).toMatchObject({
    status: 'failed',
    fault: 'bank_too_slow',
  })
})
