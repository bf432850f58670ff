import { PgBoss } from 'pg-boss'
import { fingerprintReferences } from '#lib/console/fingerprint-references.ts'
import { recheckDomains } from '#lib/console/sign-on/recheck-domain.ts'
import { forgetOldMessages } from '#lib/delivery/forget-old-messages.ts'
import { wakeOverdueEndpoints } from '#lib/delivery/wake-overdue.ts'
import { checkDomains } from '#lib/flow/check-domains.ts'
import { forgetDueData } from '#lib/flow/forget-due-data.ts'
import { refreshNightly } from '#lib/flow/refresh-nightly.ts'
import { settleIdleVisits } from '#lib/flow/settle-idle-visits.ts'
import { tellAbandonedVisits } from '#lib/flow/tell-abandoned-visits.ts'
import { tellEndingConsents } from '#lib/flow/tell-ending-consents.ts'
import { countEndedVisits } from '#lib/funnel/count-ended-visits.ts'
import { env } from '#lib/kit/env.ts'
import { log } from '#lib/kit/log.ts'
import { jobs, runJob } from './definitions.ts'

type Round = { readonly go: (now: Date) => Promise<void>; readonly cron: string }

const eachMinute = (go: Round['go']): Round => ({ go, cron: '* * * * *' })

/** What is looked for in one worker at a time: it is found by the clock, so no outbox row tells of it. */
const rounds: Readonly<Record<string, Round>> = {
  'visits.settle_idle': eachMinute(settleIdleVisits),
  'visits.tell_abandoned': eachMinute(tellAbandonedVisits),
  'connections.refresh_nightly': eachMinute(refreshNightly),
  'webhooks.wake_overdue': eachMinute(wakeOverdueEndpoints),
  'webhooks.forget_old': { go: forgetOldMessages, cron: '23 * * * *' },
  'references.fingerprint': { go: fingerprintReferences, cron: '*/10 * * * *' },
  'data.forget_due': { go: forgetDueData, cron: '37 * * * *' },
  'consents.tell_ending': eachMinute(tellEndingConsents),
  'sign_on.recheck_domains': { go: recheckDomains, cron: '11 * * * *' },
  'domains.check': eachMinute(checkDomains),
  'funnel.count_ended_visits': eachMinute(countEndedVisits),
}

const tell = (thrown: unknown) => ({ name: (thrown as Error).name, message: (thrown as Error).message })

const runOne = (topic: string, id: string): Promise<void> =>
  runJob(topic, id).catch((thrown: unknown) => {
    log('warn', 'job failed', { topic, job: id, ...tell(thrown) })
    throw thrown
  })

/** One of the workers of a topic. Many jobs may come by one NOTIFY: who has done some looks for more at once. */
const startWorker = async (boss: PgBoss, topic: string, batchSize: number): Promise<void> => {
  let id = ''
  id = await boss.work(topic, { batchSize, pollingIntervalSeconds: 2 }, async (batch) => {
    boss.notifyWorker(id)
    const ends = await Promise.allSettled(batch.map((job) => runOne(topic, job.id)))
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
  })
}

const work = async (boss: PgBoss, topic: string): Promise<void> => {
  const { run: _run, concurrency, batchSize = 1, ...limits } = jobs[topic] as (typeof jobs)[string]
  await boss.createQueue(topic, { ...limits, retryBackoff: true, notify: true })
  for (let worker = 0; worker < concurrency; worker++) await startWorker(boss, topic, batchSize)
}

const scheduleRounds = async (boss: PgBoss): Promise<void> => {
  for (const [topic, { go, cron }] of Object.entries(rounds)) {
    await boss.createQueue(topic, { policy: 'singleton', retryLimit: 0 })
    await boss.work(topic, async () => go(new Date()))
    await boss.schedule(topic, cron)
  }
}

/** Starts the queue on the same PostgreSQL; workers are woken by NOTIFY and look by themselves every two seconds. */
export const startQueue = async (): Promise<PgBoss> => {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, useListenNotify: true, max: 6 })
  boss.on('error', (thrown) => log('error', 'queue', tell(thrown)))
  await boss.start()
  for (const topic of Object.keys(jobs)) await work(boss, topic)
  await scheduleRounds(boss)
  return boss
}
