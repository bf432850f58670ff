import { beforeEach, describe, expect, it } from 'vitest'
import { findEntries } from '#lib/audit/audit-store.ts'
import { renderAlarmMail } from '#lib/delivery/alarm-mail.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { noteJoined } from '#lib/staff/membership-store.ts'
import { mintSignIn } from '#lib/staff/mint-sign-in.ts'
import { listOpenSessions } from '#lib/staff/staff-session-store.ts'
import { openSignInLink } from '#lib/web/staff/open-sign-in-link.ts'
import { aMember, type BuiltMember } from '#prisma/builders/a-member.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { resetFactors } from '../factors/reset-factors.ts'
import { alarmKinds } from './record-alarm.ts'

withTestDatabase()

let maple: BuiltTenant
let nordik: BuiltTenant
let about: BuiltMember
let owners: readonly BuiltMember[]
beforeEach(async () => {
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  ;[maple, nordik] = [await aTenant(), await aTenant()]
  about = await aMember(maple, 'developer')
  await aMember(nordik, 'support', about.email)
  owners = [await aMember(maple, 'owner'), await aMember(nordik, 'owner')]
  await noteJoined(maple.db, owners[0]?.id as BuiltMember['id'], new Date())
  await noteJoined(nordik.db, owners[1]?.id as BuiltMember['id'], new Date())
  // Invited and not come yet; in the team and no owner.
  await aMember(maple, 'owner')
  await noteJoined(maple.db, (await aMember(maple, 'approver')).id, new Date())
})

const ordersOf = async ({ db }: BuiltTenant) =>
  (await db.tables.outboxEvent.findMany({ where: { topic: 'mail.alarm' } })).map(({ payload }) => payload)

const open = async (isByOperator: boolean) => {
  const token = await mintSignIn(about.id, later(new Date(), minuteMs), { isByOperator })
  const request = new Request(`http://127.0.0.1:3000/admin/open/${token}`, { method: 'POST' })
  return openSignInLink(request, token)
}

describe('what an operator does in somebody’s stead', () => {
  it.each([
    ['operator_link_used', () => open(true), 'operator:link'],
    ['factors_reset', () => resetFactors(about, 'operator:cli', new Date()), 'operator:cli'],
  ] as const)(
    'is told to the log and the owners of every tenant they work for: %s (D6)',
    async (kind, act, actor) => {
      await act()
      for (const [index, tenant] of [maple, nordik].entries()) {
        const [entry] = await findEntries(tenant.db, { limit: 1 })
        expect(entry).toMatchObject({ action: `staff.${kind}`, subject: about.id, actor })
        const memberId = owners[index]?.id
        expect(await ordersOf(tenant)).toEqual([{ kind, aboutId: about.id, memberId }])
      }
    },
  )

  it('opens no session where it cannot be told', async () => {
    await maple.db.tables.$executeRaw`
      create or replace function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the log is shut'; end $$`
    await maple.db.tables.$executeRaw`
      create trigger refuse before insert on "OutboxEvent" for each row execute function refuse()`
    await open(true).catch(() => null)
    await maple.db.tables.$executeRaw`drop trigger refuse on "OutboxEvent"`
    expect(await listOpenSessions(about.id, new Date())).toEqual([])
  })

  it('is not to be mistaken for a mailed link, of which nobody is told', async () => {
    await open(false)
    expect(await listOpenSessions(about.id, new Date())).toHaveLength(1)
    expect([...(await ordersOf(maple)), ...(await ordersOf(nordik))]).toEqual([])
  })

  it.each(alarmKinds.flatMap((kind) => (['en', 'fr'] as const).map((language) => [kind, language] as const)))(
    'is mailed with who it was and the way to the log: %s in %s',
    (kind, language) => {
      const url = 'http://127.0.0.1/admin/maple/audit?action=x'
      const mail = renderAlarmMail({ kind, language, url, tenant: 'Maple <&>', who: 'ann@works.example' })
      for (const part of ['ann@works.example', 'Maple <&>', url]) expect(mail.text).toContain(part)
      expect(mail.html).toContain(`<html lang="${language}-CA">`)
      expect(mail.html).toContain('Maple &#60;&#38;&#62;')
      expect(mail.subject).toContain('Maple <&>')
    },
  )
})
