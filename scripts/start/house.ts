import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readEnv } from '../../lib/kit/env.ts'
import { claimPort } from '../postgres/free-port.ts'
import type { Server } from '../postgres/server.ts'
import { tryLock, unlock } from '../process/file-lock.ts'
import { endLeftovers, forgetParts, recordParts } from '../process/leftovers.ts'
import { describeEnd, type Part, type PartPlan, startPart } from '../process/part.ts'
import { endRuns } from '../process/run.ts'
import { databaseOf, migrate, seed, startDatabase } from './database.ts'
import { planParts, type Style } from './parts.ts'
import { environmentFor, portsInUse, type Settings } from './settings.ts'
import type { Voices } from './voices.ts'

export type HouseOptions = {
  settings: Settings
  style: Style
  voices: Voices
  /** What must be made before the parts can start: the client, the assets, the web build. */
  build: () => Promise<unknown>
  /** Told of each thing as it begins. */
  onProgress: (line: string) => void
}

export type House = {
  /** Resolves when a part ends unasked, with what it said last. */
  failed: Promise<string>
  close: () => Promise<void>
}

const claimTimeoutMs = 10_000

type State = { parts: Part[]; server: Promise<Server> | null; isHolder: boolean; isClosing: boolean }

/**
 * Opens everything in order: database, migrations, demo data and build, then the parts, all ready when this
 * resolves. `close` works at any moment, also while it opens, and stops the database last.
 */
export function openHouse(options: HouseOptions): House & { ready: Promise<void> } {
  const { dataDir } = options.settings
  const state: State = { parts: [], server: null, isHolder: false, isClosing: false }
  const failed = Promise.withResolvers<string>()
  const ready = open(options, state, failed.resolve)
  ready.catch(() => undefined)
  let closing: Promise<void> | null = null
  return { ready, failed: failed.promise, close: () => (closing ??= close(state, dataDir, ready)) }
}

async function open(options: HouseOptions, state: State, fail: (why: string) => void): Promise<void> {
  const { settings, onProgress } = options
  // Refused variables are told before anything is started; the embedded database's address comes later.
  readEnv(
    environmentFor(settings, settings.databaseUrl ?? (settings.isDemo ? 'postgresql://embedded' : null)),
  )
  mkdirSync(settings.dataDir, { recursive: true })
  await claimFolder(settings.dataDir, onProgress)
  state.isHolder = true
  await endLeftovers(settings.dataDir)
  await requireFreePorts(settings)
  const databaseUrl = await both(prepareDatabase(options, state, fail), options.build())
  if (state.isClosing) return
  const env = environmentFor(settings, databaseUrl)
  if (settings.isDemo) await seed(env)
  if (state.isClosing) return
  onProgress('Starting the parts …')
  await startParts(planParts(settings, env, options.style), options, state, fail)
}

// Another launcher may be on its way out; one that stays is named.
async function claimFolder(dataDir: string, onProgress: (line: string) => void): Promise<void> {
  const lock = join(dataDir, 'launcher.lock')
  let holder = tryLock(lock)
  if (holder) onProgress('Another Portico runs on this data folder; waiting for it to end …')
  for (
    const deadline = Date.now() + claimTimeoutMs;
    holder && Date.now() < deadline;
    holder = tryLock(lock)
  ) {
    await delay(100)
  }
  if (!holder) return
  throw new Error(
    `Portico already runs on ${dataDir} (process ${holder.pid}). Stop it first, or give this one a folder of ` +
      'its own with PORTICO_DATA_DIR, and other ports.',
  )
}

/** Waits for the two to end even when one fails, so that nothing goes on behind a failure; gives the first. */
async function both<T>(first: Promise<T>, second: Promise<unknown>): Promise<T> {
  await Promise.allSettled([first, second])
  await second
  return first
}

async function requireFreePorts(settings: Settings): Promise<void> {
  for (const [name, port] of portsInUse(settings)) {
    if (await claimPort(port, settings.host)) continue
    throw new Error(
      `Port ${port} is taken. Free it, or choose another with ${name}, for example: ${name}=${port + 10} npm start`,
    )
  }
}

async function prepareDatabase(
  options: HouseOptions,
  state: State,
  fail: (why: string) => void,
): Promise<string> {
  const { settings, onProgress } = options
  const given = settings.databaseUrl
  onProgress(given ? 'Migrating the database …' : 'Starting PostgreSQL …')
  if (!given) state.server = startDatabase(settings.dataDir)
  const server = await state.server
  server?.ended?.then(
    (tail) => state.isClosing || fail(describeEnd({ name: 'PostgreSQL', how: 'unasked', tail })),
  )
  const databaseUrl = server ? databaseOf(server) : (given ?? '')
  if (!state.isClosing) await migrate(databaseUrl)
  return databaseUrl
}

async function startParts(
  plans: PartPlan[],
  { voices, settings }: HouseOptions,
  state: State,
  fail: (why: string) => void,
): Promise<void> {
  state.parts = plans.map((plan) => startPart(plan, voices(plan.name)))
  recordParts(
    settings.dataDir,
    state.parts.map(({ mark }) => mark),
  )
  for (const part of state.parts) part.ended.then((end) => state.isClosing || fail(describeEnd(end)))
  await Promise.all(state.parts.map((part) => part.ready))
}

async function close(state: State, dataDir: string, opening: Promise<void>): Promise<void> {
  state.isClosing = true
  endRuns()
  await Promise.all(state.parts.map((part) => part.stop()))
  await opening.catch(() => undefined)
  const server = await state.server?.catch(() => null)
  await server?.stop()
  if (!state.isHolder) return
  forgetParts(dataDir)
  unlock(join(dataDir, 'launcher.lock'))
}
