import { beforeAll, describe, expect, it } from 'vitest'
import { listRoutes, openRouteSettings } from '#lib/institutions/route-store.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import type { Desk } from '../desk.ts'
import { moveRouteUp, putRouteAtDesk, seenOfWays, setRouteOn, type TypedRoute } from './change-route.ts'
import { listBanks, readBank } from './list-banks.ts'

withTestDatabase()
beforeAll(() => seedInstitutions())

const settings = JSON.stringify({
  issuer: 'https://bank.example',
  dataUrl: 'https://bank.example/fdx',
  clientId: 'canary-client',
  auth: { method: 'client_secret_basic', secret: 'canary-secret' },
})
const contract = JSON.stringify({
  baseUrl: 'https://up.example',
  customerId: '00000000-0000-4000-8000-000000000000',
  secret: 'canary-contract',
  asynchronous: false,
})
const bank = { institutionId: 9010, upstreamKey: '' }

/** As the form of the page does, which was drawn a moment ago. */
const putRoute = async (desk: Desk<'banks.manage'>, typed: Omit<TypedRoute, 'seen'>) => {
  const own = (await listRoutes(desk.db)).filter(({ institutionId }) => institutionId === typed.institutionId)
  return putRouteAtDesk(desk, { ...typed, seen: seenOfWays(own) })
}

const withTwoWays = async () => {
  const tenant = await aTenant()
  const desk = await aDesk<'banks.manage'>(tenant, 'developer', 'banks.manage')
  const reader = await aDesk<'banks.view'>(tenant, 'developer', 'banks.view')
  for (const [connectorId, text] of [
    ['fdx', settings],
    ['aggregator', contract],
  ] as const) {
    const put = await putRoute(desk, { ...bank, connectorId, settings: text })
    expect(put).toEqual({ ok: true, value: null })
  }
  const [first, second] = await listRoutes(tenant.db)
  return { tenant, desk, reader, first: first?.id ?? '', second: second?.id ?? '' }
}

const logOf = async ({ db }: Awaited<ReturnType<typeof aTenant>>) =>
  db.tables.auditEntry.findMany({
    where: { action: { startsWith: 'route.' } },
    orderBy: { sequence: 'asc' },
    select: { action: true, subject: true, detail: true },
  })

describe('the ways to a bank', () => {
  it('are added, put in another order, switched off and on; the log has before and after, and no secret', async () => {
    const { tenant, desk, reader, first, second } = await withTwoWays()
    expect(await moveRouteUp(desk, second)).toBe(true)
    expect(await moveRouteUp(desk, second)).toBe(true)
    expect((await listRoutes(tenant.db)).map(({ id }) => id)).toEqual([second, first])
    await setRouteOn(desk, first, false, new Date())
    const { ways } = (await readBank(reader, bank.institutionId, new Date())) ?? { ways: [] }
    expect(ways.map(({ connectorId, route }) => [connectorId, route?.disabledAt === null])).toEqual([
      ['aggregator', true],
      ['fdx', false],
    ])
    await setRouteOn(desk, first, true, new Date())
    const log = await logOf(tenant)
    expect(log.map(({ action }) => action)).toEqual([
      'route.put',
      'route.put',
      'route.moved',
      'route.off',
      'route.on',
    ])
    expect(log[2]?.detail).toEqual({
      'before.order': '["fdx","aggregator"]',
      'after.order': '["aggregator","fdx"]',
    })
    expect(log[3]?.detail).toEqual({ 'before.isOn': true, 'after.isOn': false })
    expect(JSON.stringify(log)).not.toContain('canary')
  })

  it('get new settings in the stead of the old, in their place', async () => {
    const { tenant, desk, first } = await withTwoWays()
    const changed = settings.replace('canary-client', 'another-client')
    await putRoute(desk, { ...bank, connectorId: 'fdx', settings: changed })
    expect((await listRoutes(tenant.db)).map(({ id }) => id)[0]).toBe(first)
    expect(await openRouteSettings(tenant.db, first)).toBe(changed)
    expect((await logOf(tenant)).at(-1)?.detail).toEqual({
      'before.settings': 'former',
      'after.settings': 'new',
    })
  })

  it('are refused where settings cannot be used, with places and no values; another connector takes none', async () => {
    const tenant = await aTenant()
    const desk = await aDesk<'banks.manage'>(tenant, 'developer', 'banks.manage')
    const put = (connectorId: string, text: string) =>
      putRoute(desk, { ...bank, connectorId, settings: text })
    const refused = await put('fdx', '{"issuer": "canary"}')
    expect(refused.ok).toBe(false)
    expect(JSON.stringify(refused)).toContain('issuer')
    expect(JSON.stringify(refused)).not.toContain('canary')
    expect(await put('sandbox', settings)).toEqual({ ok: false, reason: 'unknown' })
    expect(await listRoutes(tenant.db)).toEqual([])
  })

  it('of another tenant cannot be seen or changed', async () => {
    const { tenant, first } = await withTwoWays()
    const other = await aTenant()
    const desk = await aDesk<'banks.manage'>(other, 'owner', 'banks.manage')
    const reader = await aDesk<'banks.view'>(other, 'owner', 'banks.view')
    expect(await setRouteOn(desk, first, false, new Date())).toBe(false)
    expect(await moveRouteUp(desk, first)).toBe(false)
    expect((await readBank(reader, bank.institutionId, new Date()))?.ways).toEqual([])
    expect((await listRoutes(tenant.db))[0]?.disabledAt).toBeNull()
  })

  it('show the banks in use, and all of the directory to whoever searches', async () => {
    const { reader } = await withTwoWays()
    const list = async (typed: string) =>
      (await listBanks(reader, { typed, language: 'en', now: new Date() })).map(
        ({ institution }) => institution.id,
      )
    expect(await list('')).toEqual([bank.institutionId])
    expect(await list('royal bank')).toContain(3)
    expect((await list('SandboxOpenBank'))[0]).toBe(bank.institutionId)
    expect(await list('zzzzqqqq')).toEqual([])
  })
})
