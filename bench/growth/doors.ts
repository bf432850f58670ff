import { randomUUID } from 'node:crypto'
import { mintLink } from '#lib/links/mint-link.ts'
import { aMember, aStaffSession } from '#prisma/builders/a-member.ts'
import type { BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { client, plantLogin } from '../data-api/world.ts'
import type { BenchHouse } from '../house/open.ts'
import { announceEnds, plantEndpoint, plantTenant, plantVisits } from '../house/plant.ts'
import { walk } from '../house/visits.ts'
import type { Load } from '../measure.ts'

/** A row of each kind of one tenant, as a real visit and a message leave them. */
export const plantTwins = async (house: BenchHouse): Promise<BuiltTenant> => {
  const tenant = await plantTenant()
  await walk(house)
  const endpoint = await plantEndpoint(tenant, 'http://127.0.0.1:9/hooks')
  await announceEnds(tenant, endpoint, 1)
  const { db } = tenant
  const { id: connectionId } = await db.tables.connection.findFirstOrThrow()
  const data = { id: randomUUID(), tenantId: db.tenantId, connectionId, askedAt: new Date() }
  await db.tables.dataRequest.create({ data })
  await mintLink(db, {}, { actor: 'bench', now: new Date() })
  return tenant
}

/** The doors that are asked at each size: those of the journey, of both APIs, and of the console. */
export const openDoors = async (house: BenchHouse, own: BuiltTenant) => {
  const atLogin = await plantVisits(own, 8, true)
  const atInstitution = await plantVisits(own, 8, false)
  const keys = { live: await anApiKey(own, { mode: 'live' }), test: await anApiKey(own, { mode: 'test' }) }
  const staff = await aStaffSession(await aMember(own, 'owner'), { isProven: true })
  const LoginId = await plantLogin()
  const services = `/v3/${client.customerId}/BankingServices`
  const json = { 'content-type': 'application/json', 'x-api-key': client.apiKey }
  const opened = await fetch(`${house.portal}${services}/Authorize`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${client.secret}` },
    body: JSON.stringify({ LoginId, MostRecentCached: true }),
  })
  const { RequestId } = (await opened.json()) as { RequestId: string }
  const at = { url: house.portal, connections: 8, seconds: 1 }
  const get = (path: string, headers: Record<string, string>): Load => ({
    ...at,
    requestsOf: () => [{ path, headers }],
  })
  const api = (mode: keyof typeof keys, path: string) =>
    get(`/api/v1${path}?limit=20`, { authorization: `Bearer ${keys[mode]}` })
  const console = (path: string) => get(`/admin/${own.slug}${path}`, { cookie: `__Host-staff=${staff}` })
  const ofVisit = (list: typeof atLogin, path: string): Load => ({
    ...at,
    requestsOf: (n) => {
      const { id, cookie } = list[n % list.length] ?? { id: '', cookie: '' }
      return [{ path: `/connect/${id}${path}`, headers: { cookie } }]
    },
  })
  const browser = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
  const choose: Load = {
    ...at,
    requestsOf: (n) => {
      const { id, cookie } = atInstitution[n % 8] ?? { id: '', cookie: '' }
      const path = `/connect/${id}/submit/institution`
      return [14, 9001].map((bank) => ({
        ...{ method: 'POST', path, headers: { ...browser, cookie } },
        body: `institutionId=${bank}`,
      }))
    },
  }
  return {
    'front door': get(`/e/${own.slug}`, {}),
    'page of a step': ofVisit(atLogin, '/login'),
    'search among 20,000': ofVisit(atInstitution, '/institution?q=credit'),
    'form of a step': choose,
    'data API: GetAccountsDetail': {
      ...at,
      requestsOf: () => [
        {
          ...{ method: 'POST', path: `${services}/GetAccountsDetail`, headers: json },
          body: JSON.stringify({ RequestId, DaysOfTransactions: 'Days365' }),
        },
      ],
    },
    'API: list of sessions': api('live', '/sessions'),
    'API: list of sessions, by a key of tests': api('test', '/sessions'),
    'API: list of connections': api('live', '/connections'),
    'API: list of connections, by a key of tests': api('test', '/connections'),
    'API: list of consents': api('live', '/consents'),
    'console: visits': console('/sessions'),
    'console: connections': console('/connections'),
    'console: connections that need somebody': console('/connections?needs=attention'),
    'console: links': console('/links'),
    'console: changes': console('/audit'),
    'console: webhooks': console('/webhooks'),
    'console: funnel': console('/funnel'),
  } satisfies Record<string, Load>
}
