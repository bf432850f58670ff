import { describe, expect, it } from 'vitest'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs, secondMs } from '#lib/kit/clock.ts'
import { open } from '#lib/vault/open.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { findClaim } from './find-claim.ts'
import { findCodeStanding } from './find-code-standing.ts'
import type { ClaimDetails } from './identity.ts'
import { mintCode } from './mint-code.ts'
import { recordClaim } from './record-claim.ts'
import { redeemCode } from './redeem-code.ts'

withTestDatabase()

const details = { fullName: 'Zoé Roy', email: 'zoe@example.com' }
const right = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })

type Asked = { readonly db: TenantDb; readonly claimId: string; readonly sessionId: string }

const aClaim = async (db: TenantDb, sessionId = 'ses_1', said: ClaimDetails = details): Promise<Asked> => ({
  db,
  sessionId,
  ...(await inTransaction(db, (tx) => recordClaim(tx, { sessionId, details: said }))),
})
const mint = ({ db, claimId, sessionId }: Asked, channel: 'email' | 'phone' = 'email') =>
  inTransaction(db, (tx) => mintCode(tx, { claimId, sessionId, language: 'fr', channel }))

const mailsOf = ({ db, claimId }: Asked) =>
  db.tables.outboxEvent.findMany({
    where: { topic: 'mail.code', payload: { path: ['claimId'], equals: claimId } },
    orderBy: { sequence: 'asc' },
  })
const sentCode = async (asked: Asked): Promise<string> => {
  const mail = (await mailsOf(asked)).at(-1)
  if (!mail?.payloadSealed) throw new Error('no code was sent')
  const place = { table: 'OutboxEvent', column: 'payloadSealed', row: mail.id }
  const { code, to } = JSON.parse(await open(asked.db, place, mail.payloadSealed))
  expect(to).toBe(details.email)
  return code
}
/** Half a minute passes, as far as the codes can tell. */
const passTime = ({ db, claimId }: Asked, ms = 31 * secondMs) =>
  db.tables.oneTimeCode.findMany({ where: { claimId } }).then(async (codes) => {
    for (const { id, createdAt, expiresAt } of codes) {
      const data = { createdAt: later(createdAt, -ms), expiresAt: later(expiresAt, -ms) }
      await db.tables.oneTimeCode.updateMany({ where: { id }, data })
    }
  })

const aMintedClaim = async (): Promise<Asked & { readonly code: string }> => {
  const { db } = await aTenant()
  const asked = await aClaim(db)
  expect(await mint(asked)).toEqual(right)
  return { ...asked, code: await sentCode(asked) }
}
const redeem = ({ db, claimId }: Asked, code: string, now = new Date()) =>
  inTransaction(db, (tx) => redeemCode(tx, { claimId, code, now }))
const wrongOf = (code: string): string => (code === '0000000' ? '0000001' : '0000000')
const triesOf = async ({ db, claimId }: Asked) => (await findCodeStanding(db, claimId, new Date())).triesLeft

describe('a one-time code (S3)', () => {
  it('is seven digits, sent in the transaction that made it, and stands nowhere else', async () => {
    const { db, claimId, code } = await aMintedClaim()
    expect(code).toMatch(/^\d{7}$/)
    const rows = JSON.stringify(
      [await db.tables.oneTimeCode.findMany(), await db.tables.outboxEvent.findMany()],
      (_key, value) => (typeof value === 'bigint' ? String(value) : value),
    )
    expect(rows).toContain(claimId)
    expect(rows).not.toContain(code)
    expect(rows).not.toContain(details.email)
  })

  it('is not made and not sent when the transaction fails', async () => {
    const { db } = await aTenant()
    const asked = await aClaim(db)
    const failing = inTransaction(db, async (tx) => {
      await mintCode(tx, {
        claimId: asked.claimId,
        sessionId: asked.sessionId,
        language: 'en',
        channel: 'email',
      })
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    expect(await mailsOf(asked)).toEqual([])
    expect((await findCodeStanding(db, asked.claimId, new Date())).isExpired).toBe(true)
  })

  it('proves the claim it was sent for, once', async () => {
    const { code, ...asked } = await aMintedClaim()
    expect((await findClaim(asked.db, asked.claimId))?.provenAt).toBeNull()
    expect(await redeem(asked, code)).toEqual(right)
    expect((await findClaim(asked.db, asked.claimId))?.provenAt).toBeInstanceOf(Date)
    expect(await redeem(asked, code)).toEqual(refused('spent'))
  })

  it('proves no other claim, not even one with the same address', async () => {
    const { code, db } = await aMintedClaim()
    const other = await aClaim(db)
    await mint(other)
    expect(await redeem(other, code === (await sentCode(other)) ? wrongOf(code) : code)).toEqual(
      refused('wrong'),
    )
    expect(await redeem(await aClaim(db), code)).toEqual(refused('expired'))
  })

  it('dies after ten minutes, to the millisecond', async () => {
    const { code, ...asked } = await aMintedClaim()
    const made = await asked.db.tables.oneTimeCode.findFirstOrThrow({ where: { claimId: asked.claimId } })
    const end = later(made.createdAt, 10 * minuteMs)
    expect(await redeem(asked, code, end)).toEqual(refused('expired'))
    expect(await redeem(asked, code, later(end, -1))).toEqual(right)
  })

  it('allows five tries, and the right one does not help afterwards', async () => {
    const { code, ...asked } = await aMintedClaim()
    for (const left of [4, 3, 2, 1, 0]) {
      expect(await redeem(asked, wrongOf(code))).toEqual(refused('wrong'))
      expect(await triesOf(asked)).toBe(left)
    }
    expect(await redeem(asked, code)).toEqual(refused('no_tries'))
  })

  it('the right one at the fifth try is accepted', async () => {
    const { code, ...asked } = await aMintedClaim()
    for (let n = 0; n < 4; n++) await redeem(asked, wrongOf(code))
    expect(await redeem(asked, code)).toEqual(right)
  })
})

describe('codes under parallel requests', () => {
  it('twenty wrong guesses at once get five tries between them', async () => {
    const { code, ...asked } = await aMintedClaim()
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(asked, wrongOf(code))))
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(5)
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'no_tries')).toHaveLength(15)
    expect(await triesOf(asked)).toBe(0)
  })

  it('a double click on the right code is told twice that it is right, and spends it once', async () => {
    const { code, ...asked } = await aMintedClaim()
    const first = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const slow = inTransaction(asked.db, async (tx) => {
      const outcome = await redeemCode(tx, { claimId: asked.claimId, code, now: new Date() })
      first.resolve()
      await held.promise
      return outcome
    })
    await first.promise
    const late = redeem(asked, code)
    await isWaitingForLock(asked.db)
    held.resolve()
    expect(await Promise.all([slow, late])).toEqual([right, right])
    expect(await triesOf(asked)).toBe(4)
    expect(await redeem(asked, code)).toEqual(refused('spent'))
  })

  it('a wrong guess that waited for the right one is not let through', async () => {
    const { code, ...asked } = await aMintedClaim()
    const first = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const slow = inTransaction(asked.db, async (tx) => {
      await redeemCode(tx, { claimId: asked.claimId, code, now: new Date() })
      first.resolve()
      await held.promise
    })
    await first.promise
    const late = redeem(asked, wrongOf(code))
    await isWaitingForLock(asked.db)
    held.resolve()
    await slow
    expect(await late).toEqual(refused('spent'))
  })

  it('two requests for a new code at once send one', async () => {
    const asked = await aMintedClaim()
    await passTime(asked)
    const answers = await Promise.all([mint(asked), mint(asked), mint(asked)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await mailsOf(asked)).toHaveLength(2)
  })
})

/** Until a transaction of this database waits for a row that another holds. */
const isWaitingForLock = async (db: TenantDb): Promise<void> => {
  const waiting = () =>
    db.tables.$queryRaw<unknown[]>`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await waiting()).length === 0);
}

describe('a new code', () => {
  it('is refused within half a minute, and says when to ask again', async () => {
    const asked = await aMintedClaim()
    expect(await mint(asked)).toEqual(refused('too_soon'))
    const { resendAfterSeconds } = await findCodeStanding(asked.db, asked.claimId, new Date())
    expect(resendAfterSeconds).toBeGreaterThan(25)
    expect(resendAfterSeconds).toBeLessThanOrEqual(30)
  })

  it('may go to the other address at once, and back there only after half a minute', async () => {
    const { db } = await aTenant()
    const both = await aClaim(db, 'ses_1', { ...details, phone: '+15143337777' })
    expect(await mint(both, 'email')).toEqual(right)
    const mailed = await sentCode(both)
    expect(await mint(both, 'phone')).toEqual(right)
    expect(await mint(both, 'email')).toEqual(refused('too_soon'))
    expect(await mint(both, 'phone')).toEqual(refused('too_soon'))
    const [text] = await db.tables.outboxEvent.findMany({ where: { topic: 'text.code' } })
    if (!text?.payloadSealed) throw new Error('no text was sent')
    const place = { table: 'OutboxEvent', column: 'payloadSealed', row: text.id }
    const { code, to } = JSON.parse(await open(db, place, text.payloadSealed))
    expect(to).toBe('+15143337777')
    if (mailed !== code) expect(await redeem(both, mailed)).toEqual(refused('wrong'))
    expect(await redeem(both, code)).toEqual(right)
    const row = await db.tables.identityClaim.findFirstOrThrow({ where: { id: both.claimId } })
    expect(row.channel).toBe('phone')
  })

  it('kills the older one and has tries of its own', async () => {
    const { code: old, ...asked } = await aMintedClaim()
    await redeem(asked, wrongOf(old))
    await passTime(asked)
    expect(await mint(asked)).toEqual(right)
    expect(await triesOf(asked)).toBe(5)
    const fresh = await sentCode(asked)
    if (fresh !== old) expect(await redeem(asked, old)).toEqual(refused('wrong'))
    expect(await redeem(asked, fresh)).toEqual(right)
  })

  it('is refused after six in a quarter of an hour, to whatever addresses, and allowed later', async () => {
    const { db } = await aTenant()
    const claims = await Promise.all(Array.from({ length: 7 }, () => aClaim(db)))
    for (const claim of claims.slice(0, 6)) expect(await mint(claim)).toEqual(right)
    const seventh = claims[6] as Asked
    expect(await mint(seventh)).toEqual(refused('too_many'))
    expect(await mint(await aClaim(db, 'ses_2'))).toEqual(right)
    await passTime(claims[0] as Asked, 15 * minuteMs)
    expect(await mint(seventh)).toEqual(right)
  })
})

describe('a claim', () => {
  it('is sealed: nothing of it can be read in its row', async () => {
    const { db } = await aTenant()
    const { claimId } = await aClaim(db)
    const { detailsSealed } = await db.tables.identityClaim.findUniqueOrThrow({ where: { id: claimId } })
    expect(Buffer.from(detailsSealed).toString('latin1')).not.toMatch(/zoe|Roy|example/)
    expect((await findClaim(db, claimId))?.details).toEqual(details)
  })

  it('is no other tenant’s', async () => {
    const { db } = await aTenant()
    const { claimId } = await aClaim(db)
    expect(await findClaim((await aTenant()).db, claimId)).toBeNull()
  })
})
