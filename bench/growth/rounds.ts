import { relayOutbox } from '#lib/db/outbox.ts'
import { wakeOverdueEndpoints } from '#lib/delivery/wake-overdue.ts'
import { refreshNightly } from '#lib/flow/refresh-nightly.ts'
import { settleIdleVisits } from '#lib/flow/settle-idle-visits.ts'
import { tellAbandonedVisits } from '#lib/flow/tell-abandoned-visits.ts'
import { tellEndingConsents } from '#lib/flow/tell-ending-consents.ts'
import { countEndedVisits } from '#lib/funnel/count-ended-visits.ts'
import { median } from '../measure.ts'

const rounds: Readonly<Record<string, (now: Date) => Promise<unknown>>> = {
  'worker: idle visits': settleIdleVisits,
  'worker: abandoned visits': tellAbandonedVisits,
  // In the middle of its window, for outside of it the round ends at once.
  'worker: nightly refresh': (now) => refreshNightly(new Date(`${now.toISOString().slice(0, 10)}T06:00:00Z`)),
  'worker: consents that end': tellEndingConsents,
  'worker: overdue webhooks': wakeOverdueEndpoints,
  'worker: visits to count': countEndedVisits,
  'worker: outbox': () => relayOutbox(async () => undefined),
}

/** Milliseconds of each round that the worker makes every minute, with nothing to find. */
export const measureRounds = async (): Promise<Record<string, number>> => {
  const took: Record<string, number> = {}
  for (const [name, round] of Object.entries(rounds)) {
    const times: number[] = []
    for (let time = 0; time < 7; time++) {
      const begun = performance.now()
      await round(new Date())
      times.push(performance.now() - begun)
    }
    took[name] = median(times)
  }
  return took
}
