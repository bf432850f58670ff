// The funnel on ten million events: how fast ended visits are counted, and the page's query against the same question
// asked of the events, in one run.
//   npm run bench:funnel [-- --events 10000000 --rounds 5]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { ensureClient } from '../../scripts/build/build.ts'
import { root } from '../../scripts/db/prisma.ts'
import { databaseOf, migrate, startDatabase } from '../../scripts/start/database.ts'
import { median } from '../measure.ts'
import { fill, naiveQuery, type Owner, visitsOf } from './fill.ts'

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '5' },
  },
})

const folder = join(root, '.portico', 'bench-funnel')
const report = join(root, '.portico', 'bench-funnel.json')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}

/** Everything, batch by batch as the worker does it; then a minute's worth of a busy tenant on top. */
async function countAll(owner: Owner): Promise<number> {
  const { countVisits } = await import('../../lib/funnel/visit-count-store.ts')
  const { tenantDb } = await import('../../lib/db/tenant-db.ts')
  const db = tenantDb(owner.tenantId as `ten_${string}`)
  const now = new Date()
  const batch = { before: now, now, limit: 2_000 }
  let visits = 0
  for (let counted = batch.limit; counted === batch.limit; visits += counted)
    counted = await countVisits(db, batch)
  return visits
}

async function readPage(owner: Owner): Promise<number> {
  const { readFunnel } = await import('../../lib/funnel/read-funnel.ts')
  const { tenantDb } = await import('../../lib/db/tenant-db.ts')
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
  const from = dayOf(Date.now() - 27 * 86_400_000)
  const filter = { isDemo: false, from, to: dayOf(Date.now()) }
  const funnel = await readFunnel(tenantDb(owner.tenantId as `ten_${string}`), filter, 'institution')
  return funnel?.whole.entered ?? 0
}

async function main(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl)
  Object.assign(process.env, { DATABASE_URL: databaseUrl, PORTICO_MODE: 'demo', LOG_LEVEL: 'error' })
  const { aTenant } = await import('../../prisma/builders/a-tenant.ts')
  const { db, brandId, policyId } = await aTenant()
  const owner = { tenantId: db.tenantId, brandId, policyId }
  const client = new pg.Client({ connectionString: databaseUrl })
  // The server may be stopped before the client: what failed is told by the query itself.
  client.on('error', () => undefined)
  await client.connect()
  const before = loadavg()
  let events = 0
  const visits = visitsOf(Number(options.events))
  const filling = await secondsOf(async () => {
    events = await fill(client, owner, visits)
  })
  console.log(`${events} events of ${visits} visits, filled in ${filling.toFixed(0)} s`)
  const counting = await secondsOf(() => countAll(owner))
  console.log(`counted in ${counting.toFixed(1)} s: ${(events / counting).toFixed(0)} events/s`)
  await client.query('vacuum analyze "FunnelDay"')
  const size = await client.query<{ rows: number }>('select count(*)::int as rows from "FunnelDay"')
  const pages: number[] = []
  const naive: number[] = []
  await readPage(owner)
  for (let round = 0; round < Number(options.rounds); round++) {
    pages.push(await secondsOf(() => readPage(owner)))
    naive.push(await secondsOf(() => client.query(naiveQuery, [owner.tenantId])))
  }
  const ratio = median(naive.map((seconds, round) => seconds / (pages[round] ?? Number.NaN)))
  const [page, other] = [median(pages), median(naive)]
  const rows = size.rows[0]?.rows ?? 0
  console.log(`page ${(page * 1_000).toFixed(0)} ms of ${rows} rows, events ${(other * 1_000).toFixed(0)} ms`)
  console.log(`the page is ${ratio.toFixed(0)} times as fast; it holds ${await readPage(owner)} visits`)
  await client.end()
  const told = { at: new Date(), node: process.version, load: { before, after: loadavg() }, options }
  const figures = { events, visits, filling, counting, rows, pages, naive, ratio }
  writeFileSync(report, JSON.stringify({ ...told, ...figures }, null, 2))
}

await ensureClient()
const server = await startDatabase(folder)
try {
  await main(databaseOf(server))
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
