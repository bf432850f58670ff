import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import autocannon from 'autocannon'

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

/** Rates are requests a second, p99 is milliseconds. */
export type Figures = {
  readonly median: number
  readonly least: number
  readonly most: number
  readonly p99: number
}

export type Run = { readonly rate: number; readonly p99: number }

export const figuresOf = (runs: readonly Run[]): Figures => {
  const rates = runs.map(({ rate }) => rate)
  const p99 = median(runs.map((run) => run.p99))
  return { median: median(rates), least: Math.min(...rates), most: Math.max(...rates), p99 }
}

export type Load = {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: string
  /** What the n-th connection sends, over and over, where each has its own. */
  readonly requestsOf?: (connection: number) => autocannon.Request[]
}

/**
 * Milliseconds of all answers but the first of each connection, which has also waited until the connection was taken
 * up: Node takes up one in each turn of its loop, so that they tell how long a turn is (decision 0117).
 */
const keepTimes = (times: number[], client: autocannon.Client): void => {
  let isFirst = true
  client.on('response', (_status, _bytes, ms) => {
    if (!isFirst) times.push(ms)
    isFirst = false
  })
}

/** Throws where a single request was refused: a refusal is fast, and its rate says nothing. */
export const load = async ({ seconds, requestsOf, body, ...asked }: Load): Promise<Run> => {
  let connection = 0
  const times: number[] = []
  const result = await autocannon({
    ...asked,
    duration: seconds,
    ...(body === undefined ? {} : { body }),
    setupClient: (client) => {
      keepTimes(times, client)
      if (requestsOf) client.setRequests(requestsOf(connection++))
    },
  })
  const refused = result['4xx'] + result['5xx']
  if (refused || result.errors) throw new Error(`${asked.url}: ${refused} refused, ${result.errors} errors`)
  const p99 = Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN)
  return { rate: result.requests.average, p99 }
}

/**
 * One after the other in each round, so that a slow minute of the machine hits all of them, and in turns from either
 * end, so that none always follows the same one. Each is warmed up first.
 */
export const compare = async (
  loads: Readonly<Record<string, Load>>,
  rounds: number,
): Promise<Record<string, Run[]>> => {
  const entries = Object.entries(loads)
  for (const [, one] of entries) await load({ ...one, seconds: 2 })
  const runs = Object.fromEntries(entries.map(([name]) => [name, [] as Run[]]))
  for (let round = 0; round < rounds; round++)
    for (const [name, one] of round % 2 ? entries.toReversed() : entries) runs[name]?.push(await load(one))
  return runs
}

/** The median of the ratios of each round. */
export const ratioOf = (ours: readonly Run[], theirs: readonly Run[]): number =>
  median(ours.map(({ rate }, round) => rate / (theirs[round]?.rate ?? Number.NaN)))

const inodeOf = (port: number): string | null => {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const lines = ['tcp', 'tcp6'].flatMap((file) => readFileSync(`/proc/net/${file}`, 'utf8').split('\n'))
  const line = lines.find((one) => one.trim().split(/\s+/)[1]?.endsWith(`:${hex}`) && / 0A /.test(one))
  return line?.trim().split(/\s+/)[9] ?? null
}

const holds = (pid: string, inode: string): boolean => {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(
      (fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`,
    )
  } catch {
    return false
  }
}

/** The process that listens on a port; null where /proc does not tell. */
export const pidOn = (port: number): string | null => {
  try {
    const inode = inodeOf(port)
    return (
      readdirSync('/proc').find((name) => /^\d+$/.test(name) && inode !== null && holds(name, inode)) ?? null
    )
  } catch {
    return null
  }
}

/** Processor milliseconds that a process has used so far: a busy neighbour hardly moves them. */
export const processorMs = (pid: string | null): number => {
  if (pid === null) return Number.NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

export const residentMb = (pid: string | null): number =>
  pid === null
    ? Number.NaN
    : Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
