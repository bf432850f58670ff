import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEntries } from '#lib/audit/audit-store.ts'
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import { proofName } from '#lib/staff/staff-sso.ts'
import { proofNameOf, proofTextOf } from '#lib/tenants/tenant-domain.ts'
import { portalHost } from '#lib/tenants/tenant-site.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { openNameServer } from '../dns/name-server.ts'
import { openProvider } from '../sign-on/open-provider.ts'
import { aFullConsole, everythingOf, type FullConsole, prepareConsoles } from './a-full-console.ts'
import { type Act, consoleActs, nameOfAct, type Sides } from './console-acts.ts'
import { ask, type ConsoleDoor, consoleDoors } from './console-doors.ts'

withTestDatabase()

let own: FullConsole
let doors: readonly ConsoleDoor[]
let undeclared: readonly string[]
const closers: (() => unknown)[] = []
beforeAll(async () => {
  const [names, provider] = [await openNameServer(), await openProvider('http://127.0.0.1:3000/back', {})]
  closers.push(
    () => names.close(),
    () => provider.close(),
  )
  process.env.DNS_SERVERS = names.address
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  await prepareConsoles()
  ;({ doors, undeclared } = await consoleDoors())
  const built = await aFullConsole()
  own = { ...built, things: { ...built.things, issuer: provider.issuer } }
  const { host = '', domainId = '' } = own.things
  const sso = await findSso(own.tenant.db)
  names.tell({
    [proofNameOf(host)]: { TXT: [proofTextOf(domainId)] },
    [host]: { CNAME: portalHost() },
    [proofName(sso?.domain ?? '')]: { TXT: [sso?.txtRecord ?? ''] },
  })
})
afterAll(async () => {
  for (const close of closers) await close()
})

const doorOf = ({ door }: Act): ConsoleDoor => {
  const found = doors.find(({ name }) => name === door)
  if (!found) throw new Error(`no door ${door}`)
  return found
}

const send = async (act: Act): Promise<Response> => {
  const { tenant, token, things } = own
  const body = (await act.body?.(own)) ?? new URLSearchParams()
  return ask(doorOf(act), { token, slug: tenant.slug, things: act.at?.(things) ?? things, body })
}

const sidesOf = (detail: unknown): Sides => {
  const names = Object.keys(detail as object)
  const [before, after] = ['before.', 'after.'].map((side) => names.some((name) => name.startsWith(side)))
  if (before && after) return 'both'
  return before ? 'before' : after ? 'after' : 'none'
}

/** What a look at the outside writes down of itself: that is no change of the tenant’s. */
const withoutLooks = ({ TenantDomain: _, ...rest }: Readonly<Record<string, string>>) => rest

describe('a form of the console', () => {
  it('is never left out here, and says which action it asks for', () => {
    expect(undeclared).toEqual(['GET [...rest]', 'POST [...rest]'])
    const forms = doors.filter(({ method }) => method === 'POST').map(({ name }) => name)
    expect(forms.filter((name) => !consoleActs.some(({ door }) => door === name))).toEqual([])
    expect(forms.length).toBeGreaterThan(50)
  })

  it.each(consoleActs.map((act) => [nameOfAct(act), act] as const))(
    '%s is told in the log with what it changed and by whom, or changes nothing (D5)',
    async (_, act) => {
      const { db } = own.tenant
      const body = await act.body?.(own)
      const [last] = await findEntries(db, { limit: 1 })
      const before = await everythingOf(own.tenant)
      const answer = await send(body ? { ...act, body: () => body } : act)
      expect([200, 303]).toContain(answer.status)
      const told = (await findEntries(db, { limit: 20 })).filter(
        ({ sequence }) => sequence > (last?.sequence ?? 0),
      )
      if ('nothing' in act.tells) {
        expect(told).toEqual([])
        expect(withoutLooks(await everythingOf(own.tenant))).toEqual(withoutLooks(before))
        return
      }
      const [action, sides] = act.tells
      const actor = `staff:${own.owner.id}`
      const entry = told.find((one) => one.action === action && one.actor === actor)
      expect(told.map((one) => [one.action, one.actor])).toContainEqual([action, actor])
      expect([action, sidesOf(entry?.detail)]).toEqual([action, sides])
    },
  )

  it('leaves a log whose chain is whole', async () => {
    expect(await verifyAudit(own.tenant.db)).toMatchObject({ ok: true })
  })
})
