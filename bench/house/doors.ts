import pg from 'pg'
import { compare, figuresOf, type Load, residentMb } from '../measure.ts'
import { startBare, startPlainNext } from '../servers.ts'
import { besideOf, type Line } from '../table.ts'
import type { BenchHouse } from './open.ts'
import type { PlantedVisit } from './plant.ts'

const directorySize = 20_000

/** A directory of twenty thousand, one in forty of them a credit union of that word. */
export const growDirectory = async (databaseUrl: string): Promise<void> => {
  const database = new pg.Client({ connectionString: databaseUrl })
  // The server may be stopped before the client: what failed is told by the query itself.
  database.on('error', () => undefined)
  await database.connect()
  await database.query(
    `insert into "Institution" (id, "upstreamKey", "nameEn", "nameFr", aliases, numbers, country, kind, "isTest", popularity, "updatedAt")
     select 100000 + n, 'Grown' || n, x.word || ' ' || n, x.word || ' ' || n, '{}', '{}', 'CA', 'credit_union', false, 0, now()
     from generate_series(1, $1::int) n, lateral (select case when n % 40 = 0 then 'Credit' else 'Bank' end as word) x`,
    [directorySize],
  )
  await database.end()
}

const keepBytes = async (house: BenchHouse, pages: Record<string, { path: string; cookie: string }>) => {
  const database = new pg.Client({ connectionString: house.databaseUrl })
  await database.connect()
  await database.query('create table bench_bytes (name text primary key, body text not null)')
  await database.query('create table bench_rows (at bigserial primary key, id text not null)')
  for (const [name, { path, cookie }] of Object.entries(pages)) {
    const answer = await fetch(house.portal + path, { headers: { cookie } })
    const body = await answer.text()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    await database.query('insert into bench_bytes values ($1, $2)', [name, body])
  }
  await database.end()
}

const form = 'application/x-www-form-urlencoded'
const browser = { 'sec-fetch-site': 'same-origin', 'content-type': form }

type Visits = { readonly atLogin: readonly PlantedVisit[]; readonly atInstitution: readonly PlantedVisit[] }
type Origins = { readonly portal: string; readonly bare: string; readonly next: string }
type How = { readonly connections: number; readonly seconds: number }

type Door = {
  readonly name: string
  readonly goal: string
  readonly loads: { readonly portal: Load; readonly bare: Load; readonly next: Load }
  readonly isMet: (line: Line) => boolean
}

/** Each connection is a browser of its own, with a visit of its own: two forms of one visit would race. */
const doorsOf = ({ portal, bare, next }: Origins, { atLogin, atInstitution }: Visits, how: How): Door[] => {
  const one = (list: readonly PlantedVisit[], n: number) => list[n % list.length] as PlantedVisit
  const page = (list: readonly PlantedVisit[], path: string): Load => ({
    ...{ url: portal, ...how },
    requestsOf: (n) => {
      const { id, cookie } = one(list, n)
      return [{ path: `/connect/${id}${path}`, headers: { cookie } }]
    },
  })
  const twin = (url: string, path: string, method: 'GET' | 'POST' = 'GET'): Load => ({
    ...{ url, ...how },
    requestsOf: (n) => [
      {
        ...{ method, path: `${path}/${one(path.includes('page') ? atLogin : atInstitution, n).id}` },
        ...(method === 'POST' ? { headers: browser, body: 'institutionId=14' } : {}),
      },
    ],
  })
  const choose: Load = {
    ...{ url: portal, ...how },
    requestsOf: (n) => {
      const { id, cookie } = one(atInstitution, n)
      const to = { method: 'POST' as const, path: `/connect/${id}/submit/institution` }
      return [14, 9001].map((bank) => ({
        ...to,
        headers: { ...browser, cookie },
        body: `institutionId=${bank}`,
      }))
    },
  }
  const p99Of = (line: Line) => line.portal?.p99 ?? Number.NaN
  return [
    {
      name: 'page of a step',
      goal: '≥ 2 × Next.js, ≥ 15 % of bare, p99 ≤ half of Next.js',
      loads: {
        portal: page(atLogin, '/login'),
        bare: twin(bare, '/page'),
        next: twin(next, '/twin/page'),
      },
      isMet: (line) =>
        (line.next?.ratio ?? 0) >= 2 &&
        (line.bare?.ratio ?? 0) >= 0.15 &&
        p99Of(line) <= (line.next?.p99 ?? 0) / 2,
    },
    {
      name: 'form of a step (session, facts and event written)',
      goal: '≥ 70 % of a Next.js handler that writes one row',
      loads: { portal: choose, bare: twin(bare, '/form', 'POST'), next: twin(next, '/twin-row', 'POST') },
      isMet: (line) => (line.next?.ratio ?? 0) >= 0.7,
    },
    {
      name: 'search among 20,000',
      goal: '≥ 30 % of bare, p99 ≤ 30 ms',
      loads: {
        portal: page(atInstitution, '/institution?q=credit'),
        bare: twin(bare, '/search'),
        next: twin(next, '/twin/search'),
      },
      isMet: (line) => (line.bare?.ratio ?? 0) >= 0.3 && p99Of(line) <= 30,
    },
  ]
}

const measureDoor = async (
  { name, goal, loads, isMet }: Door,
  connections: number,
  rounds: number,
): Promise<Line> => {
  const { portal = [], bare = [], next = [] } = await compare(loads, rounds)
  const line: Line = {
    what: `${name}, ${connections} at once`,
    unit: '/s',
    portal: figuresOf(portal),
    bare: besideOf(portal, bare),
    next: besideOf(portal, next),
    // The goals are of 32 connections; one alone shows what a request costs.
    ...(connections === 1 ? {} : { goal }),
  }
  return connections === 1 ? line : { ...line, isMet: isMet(line) }
}

/** The doors of the journey at 1 and 32 connections, each beside a bare server and a plain Next.js app in the same rounds. */
export const measureDoors = async (
  house: BenchHouse,
  visits: Visits,
  { rounds, seconds, onLine }: { rounds: number; seconds: number; onLine: (line: Line) => void },
): Promise<{ readonly nextAfterMb: number }> => {
  const [login, chosen] = [visits.atLogin[0], visits.atInstitution[0]]
  if (!login || !chosen) throw new Error('no visit was planted')
  await keepBytes(house, {
    page: { path: `/connect/${login.id}/login`, cookie: login.cookie },
    search: { path: `/connect/${chosen.id}/institution?q=credit`, cookie: chosen.cookie },
  })
  const bare = await startBare(house.databaseUrl)
  const next = await startPlainNext(house.databaseUrl, `/twin/page/${login.id}`)
  const origins = { portal: house.portal, bare: bare.origin, next: next.origin }
  for (const connections of [1, 32])
    for (const door of doorsOf(origins, visits, { connections, seconds }))
      onLine(await measureDoor(door, connections, rounds))
  const nextAfterMb = residentMb(next.pid)
  await Promise.all([bare.close(), next.close()])
  return { nextAfterMb }
}
