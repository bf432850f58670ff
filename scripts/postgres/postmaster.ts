import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { commandOf, isAlive } from '../process/process-table.ts'

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

/** Stops a server that is not our child: a fast shutdown, nothing acknowledged is lost. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const deadline = Date.now() + stopTimeoutMs
  process.kill(pid, 'SIGINT')
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (pid ${pid}) does not stop. Stop it by hand.`)
    await delay(50)
  }
}
