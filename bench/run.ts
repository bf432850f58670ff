// What Portico costs its operator, from a production build, each figure beside a bare Node server's and a plain Next.js
// app's in the same rounds: one table, and JSON in `.portico/bench.json`.
//   npm run bench [-- --rounds 5 --seconds 2 --visitors 8 --events 1000000 --only doors,visits --soak 60 --write-docs]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/db/prisma.ts'
import { measureDataApi, measureFunnel } from './beside.ts'
import { measureHouse } from './house/measure-house.ts'
import { openBenchHouse } from './house/open.ts'
import { aboutMachine, loadNow } from './machine.ts'
import { ensurePlainNext } from './servers.ts'
import { headOf, type Line, rowOf } from './table.ts'
import { writeDocs } from './write-docs.ts'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    visitors: { type: 'string', default: '8' },
    events: { type: 'string', default: '1000000' },
    soak: { type: 'string', default: '0' },
    only: { type: 'string', default: 'start,doors,visits,webhooks,data,funnel' },
    'write-docs': { type: 'boolean', default: false },
  },
})

const parts = new Set(options.only.split(','))
const lines: Line[] = []
const onLine = (line: Line): void => {
  if (lines.length === 0) console.log(headOf())
  lines.push(line)
  console.log(rowOf(line))
}

const begun = performance.now()
const load = { before: loadNow(), after: 0 }
const how = { rounds: Number(options.rounds), seconds: Number(options.seconds), onLine }
if (parts.has('doors') || parts.has('start')) await ensurePlainNext()
if (['start', 'doors', 'visits', 'webhooks', 'soak'].some((part) => parts.has(part))) {
  const house = await openBenchHouse()
  try {
    const more = { parts, visitors: Number(options.visitors), soakMinutes: Number(options.soak) }
    await measureHouse(house, { ...how, ...more })
  } finally {
    await house.close()
  }
}
if (parts.has('data')) for (const line of await measureDataApi(how)) onLine(line)
if (parts.has('funnel')) for (const line of await measureFunnel(Number(options.events))) onLine(line)
load.after = loadNow()
const told = {
  at: new Date(),
  tookMs: performance.now() - begun,
  machine: aboutMachine(),
  load,
  options,
  lines,
}
mkdirSync(join(root, '.portico'), { recursive: true })
const report = join(root, '.portico', 'bench.json')
writeFileSync(report, JSON.stringify(told, null, 2))
console.log(`load ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after; written to ${report}`)
if (options['write-docs']) writeDocs()
process.exit()
