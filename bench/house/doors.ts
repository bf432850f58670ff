import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { findFreePort } from '../../scripts/postgres/free-port.ts'
import { compare, figuresOf, type Load, ratioOf } from '../measure.ts'
import type { BenchHouse } from './open.ts'
import type { PlantedVisit } from './plant.ts'

const directorySize = 20_000

/** A directory of twenty thousand, one in forty of them a credit union of that word. */
export const growDirectory = async (databaseUrl: string): Promise<void> => {
  const database = new pg.Client({ connectionString: databaseUrl })
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

const startBare = async (databaseUrl: string) => {
  const port = await findFreePort(null)
  const file = fileURLToPath(new URL('bare.ts', import.meta.url))
  const own = { DATABASE_URL: databaseUrl, PORT: String(port), NODE_ENV: 'production' }
  const env = { ...process.env, ...own } as NodeJS.ProcessEnv
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const origin = `http://127.0.0.1:${port}`
  while (!(await fetch(origin).catch(() => null))) await delay(30)
  return { origin, close: () => child.kill('SIGKILL') }
}

const form = 'application/x-www-form-urlencoded'
const browser = { 'sec-fetch-site': 'same-origin', 'content-type': form }

type Visits = { readonly atLogin: readonly PlantedVisit[]; readonly atInstitution: readonly PlantedVisit[] }
type Door = { readonly name: string; readonly portal: Load; readonly bare: Load; readonly row?: Load }

/** Each connection is a browser of its own, with a visit of its own: two forms of one visit would race. */
const doorsOf = (
  { portal }: BenchHouse,
  bare: string,
  { atLogin, atInstitution }: Visits,
  how: { readonly connections: number; readonly seconds: number },
): Door[] => {
  const one = (list: readonly PlantedVisit[], n: number) => list[n % list.length] as PlantedVisit
  const page = (list: readonly PlantedVisit[], path: string) => (n: number) => {
    const { id, cookie } = one(list, n)
    return [{ path: `/connect/${id}${path}`, headers: { cookie } }]
  }
  const bareAt = (list: readonly PlantedVisit[], name: string, method: 'GET' | 'POST' = 'GET') => ({
    url: bare,
    ...how,
    requestsOf: (n: number) => [{ method, path: `/${name}/${one(list, n).id}` }],
  })
  const choose = (n: number) => {
    const { id, cookie } = one(atInstitution, n)
    const path = `/connect/${id}/submit/institution`
    const headers = { ...browser, cookie }
    return [14, 9001].map((bank) => ({
      method: 'POST' as const,
      path,
      headers,
      body: `institutionId=${bank}`,
    }))
  }
  const at = { url: portal, ...how }
  return [
    {
      name: 'page of a step (login)',
      portal: { ...at, requestsOf: page(atLogin, '/login') },
      bare: bareAt(atLogin, 'page'),
    },
    {
      name: 'search among 20,000',
      portal: { ...at, requestsOf: page(atInstitution, '/institution?q=credit') },
      bare: bareAt(atInstitution, 'search'),
    },
    {
      name: 'form of a step (institution)',
      portal: { ...at, requestsOf: choose },
      bare: bareAt(atInstitution, 'form', 'POST'),
      row: bareAt(atInstitution, 'row', 'POST'),
    },
  ]
}

/** The doors of the journey at 1 and 32 connections, each beside the bare server in the same rounds. */
export const measureDoors = async (
  house: BenchHouse,
  visits: Visits,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
) => {
  const [login, chosen] = [visits.atLogin[0], visits.atInstitution[0]]
  if (!login || !chosen) throw new Error('no visit was planted')
  await keepBytes(house, {
    page: { path: `/connect/${login.id}/login`, cookie: login.cookie },
    search: { path: `/connect/${chosen.id}/institution?q=credit`, cookie: chosen.cookie },
  })
  const bare = await startBare(house.databaseUrl)
  const found = []
  for (const connections of [1, 32])
    for (const door of doorsOf(house, bare.origin, visits, { connections, seconds })) {
      const loads: Record<string, Load> = {
        portal: door.portal,
        bare: door.bare,
        ...(door.row && { row: door.row }),
      }
      const { portal = [], bare: same = [], row } = await compare(loads, rounds)
      const toRow = row ? { row: figuresOf(row), ofRow: ratioOf(portal, row) } : {}
      found.push({
        name: `${door.name}, ${connections} at once`,
        portal: figuresOf(portal),
        bare: figuresOf(same),
        ratio: ratioOf(portal, same),
        ...toRow,
      })
    }
  bare.close()
  return found
}
