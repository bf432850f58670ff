import type { PgBoss } from 'pg-boss'
import { listenToOutbox, type OutboxListener } from '#lib/db/listen-outbox.ts'
import { type RelayedEvent, relayOutbox } from '#lib/db/outbox.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { log } from '#lib/kit/log.ts'
import { jobs } from './definitions.ts'

/** Rows that no notification told of (a lost connection) are found within this time. */
const lookEveryMs = 2 * secondMs

/** A job has its event's id: handing an event over again, after a crash, inserts nothing. */
const enqueue = async (boss: PgBoss, events: readonly RelayedEvent[]): Promise<void> => {
  for (const topic of new Set(events.map((event) => event.topic))) {
    const batch = events
      .filter((event) => event.topic === topic)
      .map(({ id, dueAt }) => ({ id, ...(dueAt ? { startAfter: dueAt } : {}) }))
    if (jobs[topic]) await boss.insert(topic, batch)
  }
}

const drain = async (boss: PgBoss): Promise<void> => {
  while ((await relayOutbox((events) => enqueue(boss, events))) > 0);
}

/** Turns outbox rows into jobs, as they are committed. Answers how to stop. */
export const startRelay = async (boss: PgBoss): Promise<() => Promise<void>> => {
  let running: Promise<void> = Promise.resolve()
  let isQueued = false
  let listener: OutboxListener | null = null

  const wake = (): void => {
    if (isQueued) return
    isQueued = true
    running = running
      .then(() => {
        isQueued = false
        return drain(boss)
      })
      .catch((thrown: Error) => log('error', 'relay', { name: thrown.name, message: thrown.message }))
  }
  const listen = async (): Promise<void> => {
    listener = await listenToOutbox(wake, () => {
      listener = null
    })
  }
  const look = (): void => {
    wake()
    if (!listener) listen().catch((thrown: Error) => log('warn', 'outbox not heard', { name: thrown.name }))
  }

  await listen()
  wake()
  const timer = setInterval(look, lookEveryMs)
  return async () => {
    clearInterval(timer)
    await listener?.close()
    await running
  }
}
