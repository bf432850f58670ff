import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export type Postmaster = { pid: number; port: number; isReady: boolean }

const stopTimeoutMs = 30_000

/** PostgreSQL's lock file: pid, data folder, start time, port, socket folder, address, memory key, status. */
export function parsePidFile(text: string): Postmaster | null {
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 1) return null
  return { pid, port: Number.isInteger(port) ? port : 0, isReady: lines[7]?.trim() === 'ready' }
}

/**
 * The server that now runs on this data folder, or null. A lock file that outlived its server (after a kill
 * or a reboot, when its pid may belong to a stranger) is taken away, for PostgreSQL would refuse to start.
 */
export function findPostmaster(data: string): Postmaster | null {
  const path = join(data, 'postmaster.pid')
  if (!existsSync(path)) return null
  const postmaster = parsePidFile(readFileSync(path, 'utf8'))
  if (postmaster && isServerOf(postmaster.pid, data)) return postmaster
  rmSync(path, { force: true })
  return null
}

function isServerOf(pid: number, data: string): boolean {
  const command = commandOf(pid)
  return command.includes('postgres') && (command.includes(data) || command.includes(realpathSync(data)))
}

/** The command line of a process, or '' when there is none. */
function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-ww', '-p', String(pid)], { stdio: 'pipe' }).toString()
  } catch {
    return readProc(pid)
  }
}

// Small containers have no `ps`.
function readProc(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Stops a server that is not our child: a fast shutdown, nothing acknowledged is lost. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const deadline = Date.now() + stopTimeoutMs
  process.kill(pid, 'SIGINT')
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (pid ${pid}) does not stop. Stop it by hand.`)
    await delay(50)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
