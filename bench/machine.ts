import { cpus, loadavg, totalmem } from 'node:os'

export const loadNow = (): number => loadavg()[0] ?? 0

/** What a table must say of where it was made. */
export const aboutMachine = () => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  node: process.version,
})

export type Machine = ReturnType<typeof aboutMachine>
