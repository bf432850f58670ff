// The data API against a bare Node server with the same rows and the same bytes, in one run, from a production build.
//   npm run bench:data-api [-- --rounds 5 --seconds 4 --connections 8]
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { ensureBuild, ensureClient } from '../../scripts/build/build.ts'
import { root } from '../../scripts/db/prisma.ts'
import { findFreePort } from '../../scripts/postgres/free-port.ts'
import { databaseOf, migrate, seed, startDatabase } from '../../scripts/start/database.ts'
import { builtWebEnvironment } from '../../scripts/start/web-environment.ts'
import { type Figures, figuresOf, load, ratioOf } from '../measure.ts'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '8' },
  },
})

// Beside the house's own data: the embedded PostgreSQL may run as another user, who can enter there.
const folder = join(root, '.portico', 'bench-data')
const report = join(root, '.portico', 'bench-data-api.json')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const children: ChildProcess[] = []

async function start(args: string[], env: Record<string, string>): Promise<string> {
  const port = await findFreePort(null)
  const options = { cwd: root, env: { ...process.env, ...env, PORT: String(port) } as NodeJS.ProcessEnv }
  children.push(
    spawn(process.execPath, args.concat(args.length > 1 ? [String(port)] : []), {
      ...options,
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  const origin = `http://127.0.0.1:${port}`
  while (!(await fetch(`${origin}/healthz`).catch(() => null))) await delay(50)
  return origin
}

type Call = {
  name: string
  path: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
}

const loadOf = (origin: string, { path, method, headers, body }: Call, seconds: number) =>
  load({
    url: origin + path,
    connections: Number(options.connections),
    seconds,
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  })

const say = ({ median, least, most, p99 }: Figures): string =>
  `${median.toFixed(1)}/s (${least.toFixed(1)} to ${most.toFixed(1)}), p99 ${p99} ms`

/** Each round against the same round of the other: a slow minute of the machine then divides out. */
async function compare(portal: string, bare: string, call: Call) {
  const others = { ...call, path: `/${call.name}` }
  await loadOf(portal, call, 3)
  await loadOf(bare, others, 2)
  const ours: { rate: number; p99: number }[] = []
  const theirs: { rate: number; p99: number }[] = []
  for (let round = 0; round < Number(options.rounds); round++) {
    ours.push(await loadOf(portal, call, Number(options.seconds)))
    theirs.push(await loadOf(bare, others, Number(options.seconds)))
  }
  const ratio = ratioOf(ours, theirs)
  const found = { name: call.name, portal: figuresOf(ours), bare: figuresOf(theirs), ratio }
  console.log(
    `${call.name}: ${say(found.portal)}; bare ${say(found.bare)}; ratio ${(ratio * 100).toFixed(1)} %`,
  )
  return found
}

async function main(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl)
  const env = { DATABASE_URL: databaseUrl, PORTICO_MODE: 'demo', LOG_LEVEL: 'error', RATE_LIMIT_SCALE: '0' }
  await seed({ ...(process.env as Record<string, string>), ...env })
  Object.assign(process.env, env)
  const { client, plantLogin } = await import('./world.ts')
  const LoginId = await plantLogin()
  const next = ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port']
  const portal = await start(next, {
    ...builtWebEnvironment(),
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  const services = `/v3/${client.customerId}/BankingServices`
  const json = { 'content-type': 'application/json', 'x-api-key': client.apiKey }
  const bearer = { ...json, authorization: `Bearer ${client.secret}` }
  const cached = JSON.stringify({ LoginId, MostRecentCached: true })
  const opened = await fetch(`${portal}${services}/Authorize`, {
    method: 'POST',
    headers: bearer,
    body: cached,
  })
  const { RequestId } = (await opened.json()) as { RequestId: string }
  const read = JSON.stringify({ RequestId, DaysOfTransactions: 'Days365' })
  const calls: Call[] = [
    { name: 'detail', path: `${services}/GetAccountsDetail`, method: 'POST', headers: json, body: read },
    { name: 'authorize', path: `${services}/Authorize`, method: 'POST', headers: bearer, body: cached },
    { name: 'institutions', path: `${services}/Institutions`, method: 'GET', headers: json },
  ]
  await keepBytes(databaseUrl, portal, calls)
  const bare = await start([fileURLToPath(new URL('bare.ts', import.meta.url))], {
    ...{
      DATABASE_URL: databaseUrl,
      LOGIN_ID: LoginId,
      CUSTOMER_ID: client.customerId,
      NODE_ENV: 'production',
    },
  })
  const before = loadavg()
  const results = []
  for (const call of calls) results.push(await compare(portal, bare, call))
  const told = { at: new Date(), node: process.version, load: { before, after: loadavg() }, options, results }
  writeFileSync(report, JSON.stringify(told, null, 2))
  console.log(`load ${before.map((load) => load.toFixed(1)).join(' ')}; written to ${report}`)
}

/** The bare server sends what the data API sent, so that both put the same on the wire. */
async function keepBytes(databaseUrl: string, portal: string, calls: Call[]): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  await database.query('create table bench_bytes (name text primary key, body text not null)')
  for (const { name, path, method, headers, body } of calls) {
    const answer = await fetch(portal + path, { method, headers, ...(body === undefined ? {} : { body }) })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${text.slice(0, 200)}`)
    await database.query('insert into bench_bytes values ($1, $2)', [name, text])
    console.log(`${name}: ${text.length} bytes`)
  }
  await database.end()
}

await ensureClient()
await ensureBuild()
const server = await startDatabase(folder)
try {
  await main(databaseOf(server))
} finally {
  for (const child of children) child.kill('SIGKILL')
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
