import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { signalGroup } from './part.ts'
import { findByMark } from './process-table.ts'

const fileIn = (dataDir: string) => join(dataDir, 'parts.json')

/** Remembers which processes are ours, for a start after this one was killed. */
export function recordParts(dataDir: string, marks: readonly (string | null)[]): void {
  writeFileSync(fileIn(dataDir), JSON.stringify(marks.filter(Boolean)))
}

export function forgetParts(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true })
}

/** Ends the parts that outlived a killed launcher: they hold the ports and keep nothing of their own. */
export async function endLeftovers(dataDir: string): Promise<void> {
  const pids = readMarks(fileIn(dataDir)).flatMap((mark) => findByMark(mark) ?? [])
  for (const pid of pids) signalGroup(pid, 'SIGKILL')
  for (const mark of readMarks(fileIn(dataDir))) while (findByMark(mark)) await delay(20)
  forgetParts(dataDir)
}

function readMarks(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // Written half when the machine went down: then its processes are gone too.
    return []
  }
}
