import { describe, expect, it } from 'vitest'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { mintId } from '#lib/kit/ids.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { findLinkByToken } from './find-link-by-token.ts'
import { findPrefill } from './find-prefill.ts'
import { type NewLink, standingOf } from './link.ts'
import { listLinks } from './list-links.ts'
import { mintLink } from './mint-link.ts'
import { redeemLink } from './redeem-link.ts'
import { bringBackLink, revokeLink } from './revoke-link.ts'

withTestDatabase()

const now = new Date()
const by = { actor: 'operator', now }
const person = { fullName: 'Zoé Roy', email: 'zoe@example.com' }

const aLink = async (input: NewLink = {}) => {
  const { db } = await aTenant()
  return { db, ...(await mintLink(db, input, by)) }
}
const redeem = (db: TenantDb, id: `lnk_${string}`, at = now) =>
  inTransaction(db, (tx) => redeemLink(tx, id, { sessionId: mintId('ses'), now: at }))

describe('a personal link (S5)', () => {
  it('is found by its token, of which only a hash is kept', async () => {
    const { db, link, token } = await aLink()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect((await findLinkByToken(token))?.id).toBe(link.id)
    const row = await db.tables.link.findUniqueOrThrow({ where: { id: link.id } })
    expect(JSON.stringify(row)).not.toContain(token)
    for (const wrong of ['', 'x', `${token}x`, token.slice(1), link.id])
      expect(await findLinkByToken(wrong)).toBeNull()
  })

  it('keeps what is known of the person sealed, and gives it back with what is locked', async () => {
    const prefill = { values: person, locked: ['email' as const] }
    const { db, link } = await aLink({ prefill })
    const row = await db.tables.link.findUniqueOrThrow({ where: { id: link.id } })
    expect(Buffer.from(row.prefillSealed ?? []).toString('latin1')).not.toMatch(/zoe|Roy|example/)
    expect(await findPrefill(db, link.id)).toEqual(prefill)
    expect(await findPrefill((await aTenant()).db, link.id)).toBeNull()
    expect(await findPrefill(db, (await mintLink(db, {}, by)).link.id)).toBeNull()
    expect(await findPrefill(db, null)).toBeNull()
  })

  it('can be opened for seven days unless said otherwise, and for 21 at most', async () => {
    const { db, link } = await aLink()
    expect(link.expiresAt).toEqual(later(now, 7 * dayMs))
    const longest = await mintLink(db, { days: 21 }, by)
    expect(longest.link.expiresAt).toEqual(later(now, 21 * dayMs))
    for (const days of [0, 22, 1.5, Number.NaN]) await expect(mintLink(db, { days }, by)).rejects.toThrow()
  })

  it.each([
    ['a lock without a value', { values: {}, locked: ['email' as const] }],
    ['an address that is none', { values: { email: 'zoe' }, locked: [] }],
    ['a phone that is not international', { values: { phone: '514 555-0134' }, locked: [] }],
  ])('is not made with %s', async (_, prefill) => {
    const { db } = await aTenant()
    await expect(mintLink(db, { prefill }, by)).rejects.toThrow()
    expect(await db.tables.link.count()).toBe(0)
  })
})

describe('opening a personal link', () => {
  it('works once', async () => {
    const { db, link, token } = await aLink()
    expect((await redeem(db, link.id)).ok).toBe(true)
    expect(await redeem(db, link.id)).toEqual({ ok: false, reason: 'spent' })
    const spent = await findLinkByToken(token)
    expect(spent && standingOf(spent, now)).toBe('spent')
  })

  it('of twenty at the same time gives one visit', async () => {
    const { db, link } = await aLink()
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(db, link.id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'spent')).toHaveLength(19)
  })

  it('ends with its last moment, to the millisecond', async () => {
    const { db, link } = await aLink({ days: 1 })
    expect(await redeem(db, link.id, link.expiresAt)).toEqual({ ok: false, reason: 'expired' })
    expect((await redeem(db, link.id, later(link.expiresAt, -1))).ok).toBe(true)
  })

  it('is not left spent when the visit that it was spent for could not be made', async () => {
    const { db, link } = await aLink()
    const failing = inTransaction(db, async (tx) => {
      await redeemLink(tx, link.id, { sessionId: mintId('ses'), now })
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    expect((await redeem(db, link.id)).ok).toBe(true)
  })

  it('is no other tenant’s to spend, take back or list', async () => {
    const { db, link } = await aLink()
    const other = (await aTenant()).db
    expect((await redeem(other, link.id)).ok).toBe(false)
    expect(await revokeLink(other, link.id, by)).toBe(false)
    expect(await listLinks(other, { limit: 10, now })).toEqual([])
    expect((await redeem(db, link.id)).ok).toBe(true)
  })
})

describe('taking back a personal link', () => {
  it('is done once, audited, and closes it', async () => {
    const { db, link } = await aLink()
    expect(await revokeLink(db, link.id, by)).toBe(true)
    expect(await revokeLink(db, link.id, by)).toBe(false)
    expect(await redeem(db, link.id)).toEqual({ ok: false, reason: 'revoked' })
    const entries = await db.tables.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['link.minted', 'link.revoked'])
  })

  it('can be taken back in its turn while its days last, and by its tenant alone', async () => {
    const { db, link } = await aLink()
    expect(await bringBackLink(db, link.id, by)).toBe(false)
    await revokeLink(db, link.id, by)
    expect(await bringBackLink((await aTenant()).db, link.id, by)).toBe(false)
    expect(await bringBackLink(db, link.id, { ...by, now: link.expiresAt })).toBe(false)
    expect(await bringBackLink(db, link.id, by)).toBe(true)
    expect((await redeem(db, link.id)).ok).toBe(true)
    expect(await bringBackLink(db, link.id, by)).toBe(false)
  })

  it('comes too late once it was opened, and either of the two happens when both are asked at once', async () => {
    const { db } = await aTenant()
    for (let n = 0; n < 10; n++) {
      const { link } = await mintLink(db, {}, by)
      const [opened, revoked] = await Promise.all([redeem(db, link.id), revokeLink(db, link.id, by)])
      expect(opened.ok).toBe(!revoked)
    }
  })
})

describe('the list of personal links', () => {
  it('says what became of each, newest first, page by page, without what is known of anybody', async () => {
    const { db } = await aTenant()
    const made = []
    for (const prefill of [null, { values: person, locked: [] }, null])
      made.push((await mintLink(db, { prefill }, by)).link.id)
    const [first, second, third] = made as [`lnk_${string}`, `lnk_${string}`, `lnk_${string}`]
    await redeem(db, first)
    await revokeLink(db, second, by)
    const page = await listLinks(db, { limit: 2, now })
    const standings = (await listLinks(db, { limit: 9, now })).map(({ id, standing }) => [id, standing])
    expect(new Map(standings as [string, string][])).toEqual(
      new Map([
        [first, 'spent'],
        [second, 'revoked'],
        [third, 'open'],
      ]),
    )
    const rest = await listLinks(db, { limit: 2, before: page.at(-1)?.id ?? '', now })
    expect([...page, ...rest].map(({ id }) => id)).toEqual(made.sort().reverse())
    expect(JSON.stringify([...page, ...rest])).not.toContain('Sealed')
    const old = await listLinks(db, { limit: 9, now: later(now, 8 * dayMs) })
    expect(old.map(({ standing }) => standing).sort()).toEqual(['expired', 'revoked', 'spent'])
  })
})
