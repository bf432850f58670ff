import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeTurnPool } from '#lib/db/take-turn.ts'
import { turnLimits } from '#lib/db/turn-limits.ts'
import { AppError } from '#lib/kit/errors.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { takeTurns } from './take-turns.ts'

withTestDatabase()
beforeAll(closeTurnPool)
afterAll(closeTurnPool)

const from = (address: string) =>
  new Request('http://portico.test/', { headers: { 'x-forwarded-for': address } })

const refusalOf = async (turn: Promise<void>): Promise<Record<string, unknown> | null> => {
  try {
    await turn
    return null
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'too_many_requests') return thrown.detail
    throw thrown
  }
}

describe('a limited door', () => {
  it('closes for an address and says for how long, and stays open for others', async () => {
    const knock = (address: string, tenant = 'maple') => takeTurns(from(address), 'link', { tenant })
    for (let turn = 0; turn < turnLimits['link.address'].turns; turn++) await knock('203.0.113.1', `t${turn}`)
    const refusal = await refusalOf(knock('203.0.113.1'))
    expect(refusal).toMatchObject({ limit: 'link.address', slug: 'maple' })
    expect(refusal?.waitSeconds).toBeLessThanOrEqual(turnLimits['link.address'].seconds)
    expect(await refusalOf(knock('203.0.113.2'))).toBeNull()
    // What somebody writes into the header is not who they are.
    expect(await refusalOf(knock('198.51.100.7, 203.0.113.1'))).not.toBeNull()
  })

  it('closes for a visit, wherever it comes from, and for no other visit of the tenant', async () => {
    const knock = (sessionId: string, address: string) =>
      takeTurns(from(address), 'login', { tenant: 'ten_1', sessionId })
    for (let turn = 0; turn < turnLimits['login.session'].turns; turn++)
      await knock('ses_1', `203.0.113.${turn}`)
    expect(await refusalOf(knock('ses_1', '203.0.113.200'))).toMatchObject({
      limit: 'login.session',
      sessionId: 'ses_1',
    })
    expect(await refusalOf(knock('ses_2', '203.0.113.200'))).toBeNull()
  })

  it('closes for a tenant in a flood from everywhere, and for no other tenant', async () => {
    const { turns } = turnLimits['login.tenant']
    const knock = (tenant: string, turn: number) =>
      takeTurns(from(`10.0.${turn >> 8}.${turn & 255}`), 'login', { tenant, sessionId: `ses_t${turn}` })
    for (let start = 0; start < turns; start += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => knock('ten_2', start + index)))
    expect(await refusalOf(knock('ten_2', turns))).toMatchObject({ limit: 'login.tenant' })
    expect(await refusalOf(knock('ten_3', turns + 1))).toBeNull()
  })
})
