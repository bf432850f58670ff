import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process of this number runs, ours or not. One that ended and that nobody reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return statOf(pid)?.[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command line of a process, or '' when there is none. */
export function commandOf(pid: number): string {
  return readProc(pid, 'cmdline')?.replaceAll('\0', ' ') ?? askPs(pid, 'args')
}

/**
 * A mark by which a process is known again: pids are reused, a pid with its start time is not.
 * Null when no such process runs.
 */
export function markOf(pid: number): string | null {
  const stat = statOf(pid)
  if (stat?.[0] === 'Z') return null
  const started = stat ? stat[19] : askPs(pid, 'lstart')
  return started ? `${pid}@${started}` : null
}

/** The process behind a mark, if it still is that one. */
export function findByMark(mark: string): number | null {
  const pid = Number(mark.split('@')[0])
  return Number.isInteger(pid) && markOf(pid) === mark ? pid : null
}

/** The fields of /proc/pid/stat from the state on; the name before it may hold spaces and brackets. */
function statOf(pid: number): string[] | null {
  const stat = readProc(pid, 'stat')
  return stat ? stat.slice(stat.lastIndexOf(')') + 2).split(' ') : null
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}

// Small containers have no `ps`, but they have /proc; macOS is the other way round.
function askPs(pid: number, field: string): string {
  if (process.platform === 'linux') return ''
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-ww', '-p', String(pid)], { stdio: 'pipe' })
      .toString()
      .trim()
  } catch {
    return ''
  }
}
