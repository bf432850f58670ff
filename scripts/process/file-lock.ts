import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { findByMark, markOf } from './process-table.ts'

/** Takes a lock file, or says who holds it. A lock whose holder is gone counts as free. */
export function tryLock(path: string): { pid: number } | null {
  const holder = readHolder(path)
  if (holder) return { pid: holder }
  rmSync(path, { force: true })
  try {
    writeFileSync(path, markOf(process.pid) ?? '', { flag: 'wx', mode: 0o600 })
    return null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { pid: readHolder(path) ?? 0 }
  }
}

export function unlock(path: string): void {
  if (readHolder(path) === process.pid) rmSync(path, { force: true })
}

/** Does the work while no other process does work under the same lock file; waits for its turn. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (tryLock(path)) await delay(100)
  try {
    return await work()
  } finally {
    unlock(path)
  }
}

function readHolder(path: string): number | null {
  try {
    return findByMark(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
