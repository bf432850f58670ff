// What a door costs as data grows: sessions, connections and all that comes with them, of 200 tenants, beside a
// directory of 20,000.
//   npm run bench:growth [-- --sizes 1000,100000,1000000 --rounds 3 --write-docs]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/db/prisma.ts'
import { growDirectory } from '../house/doors.ts'
import { openBenchHouse } from '../house/open.ts'
import { aboutMachine, loadNow } from '../machine.ts'
import { type Load, load, median } from '../measure.ts'
import { writeDocs } from '../write-docs.ts'
import { fillTo, growTenants } from './fill.ts'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,100000,1000000' },
    rounds: { type: 'string', default: '3' },
    'write-docs': { type: 'boolean', default: false },
  },
})

/** Of each door, its milliseconds at each size; a door with many connections counts what one request takes of them. */
type Costs = Record<string, number[]>

const add = (costs: Costs, name: string, ms: number): void => {
  costs[name] = [...(costs[name] ?? []), ms]
}

const costOf = async (door: Load): Promise<number> => {
  await load(door)
  const rates: number[] = []
  for (let round = 0; round < Number(options.rounds); round++) rates.push((await load(door)).rate)
  return 1_000 / median(rates)
}

const tableOf = (sizes: readonly number[], costs: Costs): string => {
  const cell = (ms: number, first = Number.NaN) => `${ms.toFixed(1)} ms (${(ms / first).toFixed(2)})`
  return [
    `| door | ${sizes.map((size) => size.toLocaleString('en-CA')).join(' | ')} |`,
    `|---|${sizes.map(() => '---|').join('')}`,
    ...Object.entries(costs).map(
      ([name, row]) => `| ${name} | ${row.map((ms) => cell(ms, row[0])).join(' | ')} |`,
    ),
  ].join('\n')
}

const loadBefore = loadNow()
const sizes = options.sizes.split(',').map(Number)
const costs: Costs = {}
const house = await openBenchHouse()
try {
  Object.assign(process.env, { DATABASE_URL: house.databaseUrl, PORTICO_MODE: 'demo', LOG_LEVEL: 'error' })
  await growDirectory(house.databaseUrl)
  await growTenants(house.databaseUrl)
  const { plantTwins, openDoors } = await import('./doors.ts')
  const { measureRounds } = await import('./rounds.ts')
  const tenant = await plantTwins(house)
  const doors = await openDoors(house, tenant)
  let from = 0
  for (const size of sizes) {
    const begun = performance.now()
    await fillTo(house.databaseUrl, { own: tenant.db.tenantId, from, to: size })
    from = size
    console.log(`${size} rows after ${((performance.now() - begun) / 1_000).toFixed(0)} s`)
    for (const [name, door] of Object.entries(doors)) {
      const cost = await costOf(door).catch((cause: unknown) => {
        throw new Error(name, { cause })
      })
      add(costs, name, cost)
    }
    for (const [name, ms] of Object.entries(await measureRounds())) add(costs, name, ms)
  }
} finally {
  await house.close()
}
const markdown = tableOf(sizes, costs)
console.log(markdown)
const report = join(root, '.portico', 'bench-growth.json')
mkdirSync(join(root, '.portico'), { recursive: true })
const about = { at: new Date(), machine: aboutMachine(), load: { before: loadBefore, after: loadNow() } }
writeFileSync(report, JSON.stringify({ ...about, options, sizes, costs, markdown }, null, 2))
console.log(`load ${loadBefore.toFixed(1)} before, ${loadNow().toFixed(1)} after; written to ${report}`)
if (options['write-docs']) writeDocs()
process.exit()
