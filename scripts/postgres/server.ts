import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import {
  type Cluster,
  clusterIn,
  ensureCluster,
  readSettings,
  type Settings,
  writeSettings,
} from './cluster.ts'
import { findFreePort } from './free-port.ts'
import { findPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts'
import { findServerUser, requireReachable, type SystemUser } from './system-user.ts'

export type Server = {
  /** The address of one of its databases, password included. */
  urlOf: (database: string) => string
  /** Set when this process started it: resolves with its last lines when it ends, asked or not. */
  ended: Promise<string[]> | null
  /** Stops it if this process started it; a shared one is left running. */
  stop: () => Promise<void>
}

export type ServerOptions = {
  folder: string
  /** Further `-c name=value` settings. */
  settings?: Record<string, string>
  /** What to do with a server already running there: the launcher restarts it, a one-off command shares it. */
  onRunning: 'share' | 'restart'
}

const startTimeoutMs = 60_000

/** Starts (creating it first if needed) the embedded PostgreSQL of a folder, on 127.0.0.1 only. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const cluster = clusterIn(resolve(options.folder))
  const running = findPostmaster(cluster.data)
  if (running && options.onRunning === 'share') return shared(cluster, await whenReady(cluster, running))
  if (running) await stopPostmaster(running)
  const binaries = findBinaries()
  const user = findServerUser()
  mkdirSync(cluster.folder, { recursive: true })
  for (const path of [cluster.data, binaries.postgres]) requireReachable(path, user)
  const settings = ensureCluster(cluster, binaries, user)
  const port = await findFreePort(settings.port)
  writeSettings(cluster, { ...settings, port })
  const child = await launch(cluster, argumentsFor(cluster, port, options.settings), binaries, user)
  return { urlOf: urlOn(settings, port), ...child }
}

async function whenReady(cluster: Cluster, found: Postmaster): Promise<number> {
  let running: Postmaster | null = found
  while (running && !running.isReady) {
    await delay(100)
    running = findPostmaster(cluster.data)
  }
  if (!running) throw new Error('The PostgreSQL that was starting here ended. Try again.')
  return running.port
}

function shared(cluster: Cluster, port: number): Server {
  const settings = readSettings(cluster)
  if (!settings)
    throw new Error(`${cluster.folder}/settings.json with the database password is gone. Restore it.`)
  return { urlOf: urlOn(settings, port), ended: null, stop: async () => undefined }
}

function urlOn({ password }: Settings, port: number) {
  return (database: string) => `postgresql://portico:${password}@127.0.0.1:${port}/${database}`
}

function argumentsFor(cluster: Cluster, port: number, extra: Record<string, string> = {}): string[] {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', lc_messages: 'C', ...extra }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', cluster.data, '-p', String(port), ...flags]
}

type Running = Pick<Server, 'stop'> & { ended: Promise<string[]> }

// A killed server's own children need a moment to notice; until then the memory block is still theirs.
async function launch(
  cluster: Cluster,
  args: string[],
  { postgres }: Binaries,
  user: SystemUser | null,
): Promise<Running> {
  const deadline = Date.now() + startTimeoutMs
  for (;;) {
    // A group of its own: Ctrl-C in the terminal reaches us first, and we stop it last.
    const child = spawn(postgres, args, {
      ...user,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: plainEnv(),
    })
    const attempt = watch(child)
    const failure = await Promise.race([attempt.ready, attempt.ended])
    if (!failure) return { ended: attempt.ended, stop: () => stop(child, attempt.ended) }
    const isPassing = failure.some(
      (line) => line.includes('shared memory block') && line.includes('still in use'),
    )
    if (!isPassing || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start:\n${failure.join('\n')}`)
    findPostmaster(cluster.data)
    await delay(200)
  }
}

function plainEnv(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C' }
}

function watch(child: ChildProcess): { ready: Promise<null>; ended: Promise<string[]> } {
  const tail: string[] = []
  const ready = Promise.withResolvers<null>()
  const ended = Promise.withResolvers<string[]>()
  if (!child.stderr) throw new Error('unreachable: stderr is a pipe')
  createInterface({ input: child.stderr }).on('line', (line) => {
    tail.push(line)
    if (tail.length > 20) tail.shift()
    if (line.includes('ready to accept connections')) ready.resolve(null)
  })
  child.once('error', (error) => ended.resolve([...tail, String(error)]))
  child.once('close', () => ended.resolve(tail))
  return { ready: ready.promise, ended: ended.promise }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGINT')
  await ended
}
