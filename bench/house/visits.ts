import { randomUUID } from 'node:crypto'
import { Walk } from '../../test/kill/visitor.ts'
import { median, processorMs } from '../measure.ts'
import type { BenchHouse } from './open.ts'

/** A person of their own at the sandbox bank for each visit, so that no two wait for each other. */
export const walk = async ({ portal, mailbox }: BenchHouse): Promise<number> => {
  const email = `bench-${randomUUID()}@example.com`
  const never = async () => undefined
  const web = {
    url: portal,
    isDead: () => false,
    restart: never,
    killAtWrite: never,
    disarm: async () => false,
    close: never,
  }
  const visitor = {
    email,
    username: `greatday_nomfa+${randomUUID().slice(0, 8)}`,
    codes: () => mailbox.codesTo(email),
    passDeadlines: never,
  }
  const begun = performance.now()
  await new Walk(web, visitor).toTheEnd()
  return performance.now() - begun
}

/** Whole visits of six steps, from the link to the signed return, `at` of them at once. */
export const measureVisits = async (house: BenchHouse, pid: string | null, at: number, seconds: number) => {
  const until = performance.now() + seconds * 1_000
  const took: number[] = []
  const before = processorMs(pid)
  const begun = performance.now()
  const person = async (): Promise<void> => {
    while (performance.now() < until) took.push(await walk(house))
  }
  await Promise.all(Array.from({ length: at }, person))
  const processor = processorMs(pid) - before
  return {
    visits: took.length,
    perSecond: took.length / ((performance.now() - begun) / 1_000),
    perProcessorSecond: took.length / (processor / 1_000),
    medianMs: median(took),
  }
}
