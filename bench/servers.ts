import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { hashSources } from '../scripts/build/source-hash.ts'
import { stamped } from '../scripts/build/stamped.ts'
import { root } from '../scripts/db/prisma.ts'
import { findFreePort } from '../scripts/postgres/free-port.ts'
import { run } from '../scripts/process/run.ts'
import { residentMb } from './measure.ts'

const next = join(root, 'node_modules/next/dist/bin/next')
const app = fileURLToPath(new URL('render/app', import.meta.url))
const sources = [
  'app',
  'login',
  'pages',
  'public',
  'twin',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
]

/** The plain Next.js app that pages and forms are measured beside. */
export const ensurePlainNext = (): Promise<boolean> => {
  const hash = hashSources(root, [...sources.map((name) => `bench/render/app/${name}`), 'package-lock.json'])
  return stamped(join(app, '.next/bench-build'), hash, async () => {
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
    const { code, output } = await run(process.execPath, [next, 'build', '.'], { cwd: app, env })
    if (code !== 0) throw new Error(`The plain Next.js app could not be built:\n${output}`)
  })
}

export type Measured = {
  readonly origin: string
  readonly pid: string
  /** From the start of the process to its first answer. */
  readonly startedMs: number
  /** Resident right behind that answer. */
  readonly idleMb: number
  readonly close: () => Promise<void>
}

type Program = {
  readonly args: (port: number) => readonly string[]
  readonly cwd?: string
  readonly env: Record<string, string>
  /** What is asked until it is answered without an error of the server. */
  readonly path?: string
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

const isAnswered = async (url: string): Promise<boolean> => {
  const answer = await fetch(url, { redirect: 'manual' }).catch(() => null)
  await answer?.arrayBuffer()
  return answer !== null && answer.status < 500
}

export const startServer = async ({ args, cwd = root, env, path = '/' }: Program): Promise<Measured> => {
  const port = await findFreePort(null)
  const own = { ...env, PORT: String(port), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const begun = performance.now()
  const child = spawn(process.execPath, [...args(port)], {
    cwd,
    env: { ...process.env, ...own } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  while (!(await isAnswered(origin + path))) {
    if (child.exitCode !== null) throw new Error(`${args(port).join(' ')} ended with ${child.exitCode}`)
    await delay(10)
  }
  const startedMs = performance.now() - begun
  const pid = String(child.pid)
  return { origin, pid, startedMs, idleMb: residentMb(pid), close: () => end(child) }
}

export const nextArgs = (port: number): string[] => [
  next,
  'start',
  '--hostname',
  '127.0.0.1',
  '--port',
  String(port),
]

export const startPlainNext = (databaseUrl: string, path = '/twin/missing'): Promise<Measured> =>
  startServer({ args: nextArgs, cwd: app, env: { DATABASE_URL: databaseUrl }, path })

export const startBare = (databaseUrl: string): Promise<Measured> => {
  const file = fileURLToPath(new URL('house/bare.ts', import.meta.url))
  return startServer({ args: () => [file], env: { DATABASE_URL: databaseUrl } })
}
