import { beforeAll, describe, expect, it } from 'vitest'
import { permissions } from '#lib/console/permissions.ts'
import { staffRoles } from '#lib/staff/staff-member.ts'
import { aMember, aStaffSession } from '#prisma/builders/a-member.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { aFullConsole, everythingOf, type FullConsole, prepareConsoles } from './a-full-console.ts'
import { type Act, consoleActs, nameOfAct } from './console-acts.ts'
import { ask, type ConsoleDoor, consoleDoors, namesOfPlace } from './console-doors.ts'

withTestDatabase()

let doors: readonly ConsoleDoor[]
let own: FullConsole
let other: FullConsole
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  await prepareConsoles()
  doors = (await consoleDoors()).doors
  own = await aFullConsole()
  other = await aFullConsole()
})

const statusAt = async (door: ConsoleDoor, token: string | null, slug: string): Promise<number> =>
  (await ask(door, { token, slug, things: own.things })).status

describe('each page and each form', () => {
  it.each(staffRoles)(
    'is open to the %s where the table of permissions says so, and nowhere else (D4)',
    async (role) => {
      const { tenant } = own
      const token = await aStaffSession(await aMember(tenant, role))
      await ask(doors.find(({ name }) => name === 'GET /') as ConsoleDoor, { token, slug: tenant.slug })
      const shut = doors.filter(({ action }) => !permissions[role].has(action))
      const before = await everythingOf(tenant)
      const answers = await Promise.all(
        shut.map(async (door) => [door.name, await statusAt(door, token, tenant.slug)]),
      )
      expect(answers.filter(([, status]) => status !== 403)).toEqual([])
      expect(await everythingOf(tenant)).toEqual(before)
      const open = doors.filter(({ action, method }) => method === 'GET' && permissions[role].has(action))
      for (const door of open)
        expect([door.name, [200, 303]]).toEqual([
          door.name,
          expect.arrayContaining([await statusAt(door, token, tenant.slug)]),
        ])
    },
  )

  it('leads to the sign-in without a session, and to the second factor where it was not shown', async () => {
    const { tenant } = own
    const unproven = await aStaffSession(own.owner, { isProven: false })
    const before = await everythingOf(tenant)
    for (const door of doors)
      for (const [token, path] of [
        [null, '/admin/sign-in'],
        [unproven, '/admin/second-factor'],
      ] as const) {
        const answer = await ask(door, { token, slug: tenant.slug, things: own.things })
        expect([door.name, answer.status]).toEqual([door.name, 303])
        expect(answer.headers.get('location')).toMatch(new RegExp(`^${path}`))
      }
    expect(await everythingOf(tenant)).toEqual(before)
  })

  it('of another tenant answers as if there were none', async () => {
    const before = await everythingOf(other.tenant)
    for (const door of doors)
      for (const slug of [other.tenant.slug, 'no-such-tenant']) {
        const { status } = await ask(door, { token: own.token, slug, things: other.things })
        expect([door.name, status]).toEqual([door.name, 404])
      }
    expect(await everythingOf(other.tenant)).toEqual(before)
  })
})

describe('what belongs to another tenant', () => {
  /** Places whose address names something that only one tenant has. */
  const named = (door: ConsoleDoor) =>
    namesOfPlace(door).some((name) => other.things[name] !== own.things[name])

  it('is shown by no page, asked for by its own id', async () => {
    const pages = doors.filter((door) => door.method === 'GET' && named(door))
    expect(pages.length).toBeGreaterThan(7)
    for (const door of pages) {
      const { status } = await ask(door, { token: own.token, slug: own.tenant.slug, things: other.things })
      expect([door.name, status]).toEqual([door.name, 404])
    }
  })

  const sendForeign = async (act: Act) => {
    const door = doors.find(({ name }) => name === act.door) as ConsoleDoor
    const body = (await act.body?.(other)) ?? new URLSearchParams()
    const before = await everythingOf(other.tenant)
    const things = act.at?.(other.things) ?? other.things
    const { status } = await ask(door, { token: own.token, slug: own.tenant.slug, things, body })
    return { door, status, before }
  }

  it.each(consoleActs.map((act) => [nameOfAct(act), act] as const))(
    'is touched by no form: %s',
    async (_, act) => {
      const { door, status, before } = await sendForeign(act)
      expect(status).toBeLessThan(500)
      if (named(door)) expect([403, 404, 303, 422]).toContain(status)
      expect(await everythingOf(other.tenant)).toEqual(before)
    },
  )
})
