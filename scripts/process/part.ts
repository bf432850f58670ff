import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { markOf } from './process-table.ts'
import type { Environment } from './run.ts'

export type PartPlan = {
  name: string
  /** Arguments of Node. */
  args: string[]
  env: Environment
  cwd: string
  /**
   * A page that answers when the part can be asked, and what is done then before it counts as ready; or the message
   * `ready` that it sends its parent.
   */
  ready: { url: string; after?: () => Promise<void> } | 'message'
}

export type PartEnd = { name: string; how: string; tail: string[] }

export type Part = {
  name: string
  mark: string | null
  /** Resolves when it can be used; rejects with its last words when it ends before or takes too long. */
  ready: Promise<void>
  ended: Promise<PartEnd>
  stop: () => Promise<void>
}

const readyTimeoutMs = 90_000
const graceMs = 10_000
const tailLines = 25

/** Starts one program of the house as the head of a process group, so that all it starts can be ended. */
export function startPart(plan: PartPlan, say: (line: string) => void): Part {
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const
  const options = { cwd: plan.cwd, env: plan.env as NodeJS.ProcessEnv, detached: true, stdio: [...stdio] }
  const child = spawn(process.execPath, plan.args, options)
  const ended = watchEnd(plan.name, child, say)
  const mark = child.pid ? markOf(child.pid) : null
  return {
    name: plan.name,
    mark,
    ended,
    ready: whenReady(plan, child, ended),
    stop: () => stop(child, ended),
  }
}

function watchEnd(name: string, child: ChildProcess, say: (line: string) => void): Promise<PartEnd> {
  const tail: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      tail.push(line)
      if (tail.length > tailLines) tail.shift()
      say(line)
    })
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ name, how: error.message, tail }))
    child.once('close', (code, signal) => resolve({ name, how: signal ?? `exit code ${code}`, tail }))
  })
}

async function whenReady(plan: PartPlan, child: ChildProcess, ended: Promise<PartEnd>): Promise<void> {
  const settled = new AbortController()
  const timeout = delay(readyTimeoutMs, 'timeout' as const, { signal: settled.signal, ref: false })
  timeout.catch(() => undefined)
  const readiness = plan.ready === 'message' ? whenSaid(child) : whenAnswering(plan.ready.url, settled.signal)
  const first = await Promise.race([readiness, ended, timeout])
  settled.abort()
  if (first === 'ready' && plan.ready !== 'message') await plan.ready.after?.()
  if (first === 'ready') return
  if (first === 'timeout') throw new Error(`${plan.name} was not ready after ${readyTimeoutMs / 1000} s.`)
  throw new Error(describeEnd(first))
}

function whenSaid(child: ChildProcess): Promise<'ready'> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve('ready')
    })
  })
}

async function whenAnswering(url: string, signal: AbortSignal): Promise<'ready'> {
  while (!signal.aborted) {
    const answer = await fetch(url, { redirect: 'manual', signal }).catch(() => null)
    await answer?.body?.cancel()
    if (answer && answer.status < 500) return 'ready'
    await delay(50)
  }
  return new Promise(() => undefined)
}

export function describeEnd({ name, how, tail }: PartEnd): string {
  const words =
    tail.length > 0 ? `Its last words:\n${tail.map((line) => `  ${line}`).join('\n')}` : 'It said nothing.'
  return `${name} ended (${how}). ${words}`
}

async function stop(child: ChildProcess, ended: Promise<PartEnd>): Promise<void> {
  if (!child.pid) return
  signalGroup(child.pid, 'SIGTERM')
  const impatience = setTimeout(() => signalGroup(child.pid ?? 0, 'SIGKILL'), graceMs)
  await ended
  clearTimeout(impatience)
  signalGroup(child.pid, 'SIGKILL')
}

/** Signals a process and all it started; silent when they are gone. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid <= 1) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
