import { generate } from 'otplib'
import { beforeAll, describe, expect, it } from 'vitest'
import { listEntriesAfter } from '#lib/audit/audit-store.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { AppError } from '#lib/kit/errors.ts'
import { takeReveal } from '#lib/staff/session-secret-store.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { takeFactorTurn } from '#lib/web/take-turns.ts'
import { aMember, aStaffSession } from '#prisma/builders/a-member.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import type { SignedIn } from '../desk.ts'
import { enterDesk, mustProveSelf } from '../enter-desk.ts'
import { findSignedIn } from '../find-signed-in.ts'
import { recoveryReveal } from './after-enrolling.ts'
import { confirmTotp, dropTotp, totpOffer } from './enrol-totp.ts'
import { listFactors } from './list-factors.ts'
import { proveByCode } from './prove-by-code.ts'
import { resetFactors } from './reset-factors.ts'

withTestDatabase()

let tenant: BuiltTenant
beforeAll(async () => {
  tenant = await aTenant()
})

/** Signed in by the mailed link alone, again and again. */
const comingBack = async (id: SignedIn['member']['id']): Promise<SignedIn> => {
  const signedIn = await findSignedIn(await aStaffSession({ id }, { isProven: false }), new Date())
  if (!signedIn) throw new Error('not signed in')
  return signedIn
}

const arriving = async (role: StaffRole): Promise<SignedIn> => comingBack((await aMember(tenant, role)).id)

/** The code of the app `ahead` half minutes from now: also the next one is within the tolerance, and stays so. */
const codeOf = (secret: string, ahead = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1_000) + 30 * ahead })

const enrolled = async (role: StaffRole) => {
  const signedIn = await arriving(role)
  const secret = (await totpOffer(signedIn))?.secret ?? ''
  expect(await confirmTotp(signedIn, await codeOf(secret), new Date())).toBe(true)
  return { signedIn, secret }
}

const enter = (signedIn: SignedIn) => enterDesk(signedIn, tenant.slug, 'overview.view', new Date())

describe('a second factor', () => {
  it('is due for a role that may publish or see keys before it enters, and for no other', async () => {
    expect(await enter(await arriving('owner'))).toEqual({ ok: false, reason: 'factor_due' })
    expect(await enter(await arriving('developer'))).toEqual({ ok: false, reason: 'factor_due' })
    expect(await enter(await arriving('support'))).toMatchObject({ ok: true })
  })

  it('is set up anew after an operator has set all of them aside, which ends every session and is in the log', async () => {
    const { signedIn } = await enrolled('owner')
    const token = await aStaffSession({ id: signedIn.member.id }, { isProven: true })
    await resetFactors(signedIn.member, 'operator:cli', new Date())
    expect(await findSignedIn(token, new Date())).toBeNull()
    const again = await comingBack(signedIn.member.id)
    expect(await enter(again)).toEqual({ ok: false, reason: 'factor_due' })
    expect(await totpOffer(again)).not.toBeNull()
    expect(await listFactors(signedIn.member.id)).toMatchObject({ passkeys: [] })
    const entries = await listEntriesAfter(tenant.db, 0, 500)
    const reset = { action: 'staff.factors_reset', subject: signedIn.member.id, actor: 'operator:cli' }
    expect(entries.at(-1)).toMatchObject(reset)
  })

  it('is due for everybody who has one, also to change what is their own', async () => {
    const { signedIn } = await enrolled('support')
    const again = await comingBack(signedIn.member.id)
    expect(await enter(again)).toEqual({ ok: false, reason: 'factor_due' })
    expect(await mustProveSelf(again)).toBe(true)
  })

  it('opens the desk in the session that showed it', async () => {
    const { signedIn, secret } = await enrolled('owner')
    const again = await comingBack(signedIn.member.id)
    expect(await proveByCode(again, await codeOf(secret, 1), new Date())).toBe(true)
    expect(await proveByCode(again, '000000', new Date())).toBe(false)
  })

  it('takes each code once, and none that is older than the last', async () => {
    const { signedIn, secret } = await enrolled('owner')
    const again = await comingBack(signedIn.member.id)
    const code = await codeOf(secret, 1)
    const both = await Promise.all([0, 1].map(() => proveByCode(again, code, new Date())))
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await proveByCode(again, await codeOf(secret), new Date())).toBe(false)
  })

  it('comes with ten codes on paper, shown once, each of which works once', async () => {
    const { signedIn } = await enrolled('owner')
    const reveal = await takeReveal(signedIn.session.id, recoveryReveal)
    expect(reveal?.lines).toHaveLength(10)
    expect(await takeReveal(signedIn.session.id, recoveryReveal)).toBeNull()
    const again = await comingBack(signedIn.member.id)
    const [code = ''] = reveal?.lines ?? []
    expect(await proveByCode(again, code.toUpperCase().replaceAll('-', ' '), new Date())).toBe(true)
    expect(await proveByCode(again, code, new Date())).toBe(false)
    expect((await listFactors(signedIn.member.id)).codesLeft).toBe(9)
  })

  it('is not replaced by whoever holds the mailbox alone: a confirmed app offers no new secret', async () => {
    const { signedIn } = await enrolled('owner')
    expect(await totpOffer(await comingBack(signedIn.member.id))).toBeNull()
    expect(await confirmTotp(signedIn, '000000', later(new Date(), minuteMs))).toBe(false)
  })

  it('stands in the log of the tenants that rely on it', async () => {
    const { signedIn } = await enrolled('owner')
    await dropTotp(signedIn)
    const told = (await listEntriesAfter(tenant.db, 0, 500))
      .filter(({ subject }) => subject === signedIn.member.id)
      .map(({ action }) => action)
    expect(told).toEqual(['staff.totp_added', 'staff.recovery_codes_renewed', 'staff.totp_removed'])
  })

  it('may be tried ten times in a quarter of an hour', async () => {
    for (let turn = 0; turn < 10; turn++) await takeFactorTurn('stm_tried')
    await expect(takeFactorTurn('stm_tried')).rejects.toThrow(AppError)
  })
})
