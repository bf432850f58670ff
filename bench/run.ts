// The journey under load, from a production build, each figure beside a bare server's in the same run.
//   npm run bench [-- --rounds 5 --seconds 3 --visitors 8]
// `npm run bench:data-api`, `bench:funnel`, `bench:pages` and `node bench/render/run.mjs` measure the rest.
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/db/prisma.ts'
import { growDirectory, measureDoors } from './house/doors.ts'
import { openBenchHouse } from './house/open.ts'
import { measureVisits } from './house/visits.ts'
import { type Figures, pidOn, residentMb } from './measure.ts'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    visitors: { type: 'string', default: '8' },
  },
})

const say = ({ median, least, most, p99 }: Figures): string =>
  `${median.toFixed(0)}/s (${least.toFixed(0)} to ${most.toFixed(0)}), p99 ${p99.toFixed(0)} ms`
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const load = { before: loadavg()[0], after: 0 }
const house = await openBenchHouse()
try {
  Object.assign(process.env, { DATABASE_URL: house.databaseUrl, PORTICO_MODE: 'demo', LOG_LEVEL: 'error' })
  await growDirectory(house.databaseUrl)
  const { plantTenant, plantVisits } = await import('./house/plant.ts')
  const { measureWebhooks } = await import('./house/webhooks.ts')
  const tenant = await plantTenant()
  const pid = pidOn(house.webPort)
  const memory = { idleMb: residentMb(pid), afterMb: 0 }
  const visits = {
    atLogin: await plantVisits(tenant, 64, true),
    atInstitution: await plantVisits(tenant, 64, false),
  }
  const how = { rounds: Number(options.rounds), seconds: Number(options.seconds) }
  const doors = await measureDoors(house, visits, how)
  for (const { name, portal, bare, ratio, ofRow } of doors) {
    console.log(`${name}: ${say(portal)}; bare ${say(bare)}; ratio ${percent(ratio)}`)
    if (ofRow !== undefined) console.log(`  of a POST that writes one row: ${percent(ofRow)}`)
  }
  const whole = await measureVisits(house, pid, Number(options.visitors), 15)
  console.log(
    `whole visits: ${whole.perSecond.toFixed(1)}/s, ${whole.perProcessorSecond.toFixed(1)} for each processor second of the portal, ` +
      `median ${whole.medianMs.toFixed(0)} ms for all six steps`,
  )
  const webhooks = await measureWebhooks(tenant, 500)
  console.log(`webhooks to one endpoint: ${webhooks.perSecond.toFixed(0)}/s`)
  memory.afterMb = residentMb(pid)
  console.log(
    `memory of the portal: ${memory.idleMb.toFixed(0)} MB at rest, ${memory.afterMb.toFixed(0)} MB after`,
  )
  console.log(`all parts ready ${(house.openedMs / 1_000).toFixed(1)} s after the database`)
  load.after = loadavg()[0] ?? 0
  const report = join(root, '.portico', 'bench.json')
  mkdirSync(join(root, '.portico'), { recursive: true })
  const told = { at: new Date(), node: process.version, load, options, doors, whole, webhooks, memory }
  writeFileSync(report, JSON.stringify({ ...told, openedMs: house.openedMs }, null, 2))
  console.log(`load ${load.before?.toFixed(1)} before, ${load.after.toFixed(1)} after; written to ${report}`)
} finally {
  await house.close()
}
process.exit()
