import { setTimeout as delay } from 'node:timers/promises'
import { warmDoors } from '../../scripts/start/warm-doors.ts'
import { median, pidOn, residentMb } from '../measure.ts'
import { nextArgs, startPlainNext, startServer } from '../servers.ts'
import { type Line, lineOf } from '../table.ts'
import { growDirectory, measureDoors } from './doors.ts'
import type { BenchHouse } from './open.ts'
import { measureSoak } from './soak.ts'
import { measureVisits } from './visits.ts'

type How = {
  readonly rounds: number
  readonly seconds: number
  readonly parts: ReadonlySet<string>
  readonly visitors: number
  readonly soakMinutes: number
  readonly onLine: (line: Line) => void
}

const visitSeconds = 15

const besideNext = (line: Line, ours: readonly number[], theirs: readonly number[]): Line => {
  const ratio = median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)))
  return { ...line, next: { median: median(theirs), p99: 0, ratio } }
}

/** Further web processes of the house, each with nothing in memory, asked for a page at once. */
const measureStart = async (house: BenchHouse, { rounds, onLine }: How): Promise<void> => {
  const started: number[] = []
  const idle: number[] = []
  const plain: { startedMs: number; idleMb: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const web = await startServer({ args: nextArgs, env: house.webEnv, path: '/e/maple' })
    await warmDoors(web.origin)
    await delay(1_000)
    started.push(web.startedMs)
    idle.push(residentMb(web.pid))
    await web.close()
    const next = await startPlainNext(house.databaseUrl)
    plain.push(next)
    await next.close()
  }
  const start = { says: '≤ 1 s', isMet: (ms: number) => ms <= 1_000 }
  const line = lineOf('web process: start to first answered page', 'ms', started, start)
  const ms = plain.map(({ startedMs }) => startedMs)
  onLine(besideNext(line, started, ms))
  const memory = { says: '≤ 150 MB', isMet: (mb: number) => mb <= 150 }
  const held = plain.map(({ idleMb }) => idleMb)
  onLine(besideNext(lineOf('web process: memory at rest', 'MB', idle, memory), idle, held))
}

const measureWhole = async (house: BenchHouse, pid: string | null, { visitors, onLine }: How) => {
  const runs: Awaited<ReturnType<typeof measureVisits>>[] = []
  for (let round = 0; round < 2; round++) runs.push(await measureVisits(house, pid, visitors, visitSeconds))
  const of = (key: 'perSecond' | 'perProcessorSecond' | 'medianMs') => runs.map((one) => one[key])
  onLine(lineOf(`whole visits of six steps, ${visitors} persons at once`, '/s', of('perSecond')))
  onLine(lineOf('the same for each processor second of the web process', '/s', of('perProcessorSecond')))
  onLine(lineOf('a whole visit, without the person', 'ms', of('medianMs')))
}

/** What the running house is asked: it has its own processes, and the ones beside it are started and ended here. */
export const measureHouse = async (house: BenchHouse, how: How): Promise<void> => {
  const { parts, onLine } = how
  Object.assign(process.env, { DATABASE_URL: house.databaseUrl, PORTICO_MODE: 'demo', LOG_LEVEL: 'error' })
  await growDirectory(house.databaseUrl)
  const { plantTenant, plantVisits } = await import('./plant.ts')
  const { measureWebhooks } = await import('./webhooks.ts')
  const tenant = await plantTenant()
  const pid = pidOn(house.webPort)
  if (parts.has('start')) await measureStart(house, how)
  let nextAfterMb = Number.NaN
  if (parts.has('doors')) {
    const atLogin = await plantVisits(tenant, 64, true)
    const visits = { atLogin, atInstitution: await plantVisits(tenant, 64, false) }
    nextAfterMb = (await measureDoors(house, visits, how)).nextAfterMb
  }
  if (parts.has('visits')) await measureWhole(house, pid, how)
  const after = [residentMb(pid)]
  if (parts.has('webhooks'))
    onLine(lineOf('webhooks to one endpoint', '/s', await measureWebhooks(tenant, how.rounds, 500)))
  if (parts.has('doors')) {
    const goal = { says: '≤ 350 MB', isMet: (mb: number) => mb <= 350 }
    onLine(
      besideNext(lineOf('web process: memory after all of this', 'MB', after, goal), after, [nextAfterMb]),
    )
  }
  if (how.soakMinutes > 0) onLine(await measureSoak(house, pid, how))
}
