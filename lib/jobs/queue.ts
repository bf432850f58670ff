import { PgBoss } from 'pg-boss'
import { settleIdleVisits } from '#lib/flow/settle-idle-visits.ts'
import { env } from '#lib/kit/env.ts'
import { log } from '#lib/kit/log.ts'
import { jobs, runJob } from './definitions.ts'

const settleTopic = 'visits.settle_idle'

const tell = (thrown: unknown) => ({ name: (thrown as Error).name, message: (thrown as Error).message })

const work = async (boss: PgBoss, topic: string): Promise<void> => {
  const { run: _run, concurrency, ...limits } = jobs[topic] as (typeof jobs)[string]
  await boss.createQueue(topic, { ...limits, retryBackoff: true, notify: true })
  const options = { localConcurrency: concurrency, pollingIntervalSeconds: 2 }
  await boss.work(topic, options, async (batch) => {
    for (const job of batch) {
      await runJob(topic, job.id).catch((thrown: unknown) => {
        log('warn', 'job failed', { topic, job: job.id, ...tell(thrown) })
        throw thrown
      })
    }
  })
}

const scheduleSettling = async (boss: PgBoss): Promise<void> => {
  await boss.createQueue(settleTopic, { policy: 'singleton', retryLimit: 0 })
  await boss.work(settleTopic, async () => settleIdleVisits(new Date()))
  await boss.schedule(settleTopic, '* * * * *')
}

/** Starts the queue on the same PostgreSQL; workers are woken by NOTIFY and look by themselves every two seconds. */
export const startQueue = async (): Promise<PgBoss> => {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, useListenNotify: true, max: 6 })
  boss.on('error', (thrown) => log('error', 'queue', tell(thrown)))
  await boss.start()
  for (const topic of Object.keys(jobs)) await work(boss, topic)
  await scheduleSettling(boss)
  return boss
}
