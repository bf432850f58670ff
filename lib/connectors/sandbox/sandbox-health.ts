import { failed, succeeded } from '#lib/kit/outcome.ts'
import type { HealthAccess } from '../contract.ts'
import { statusSchema } from './bank-answers.ts'
import { askBank } from './bank-client.ts'

/** The bank's status page, without those that are well. */
export const sandboxHealth: HealthAccess = {
  read: async (ctx) => {
    const asked = await askBank(ctx, { name: 'status', method: 'GET', path: '/api/status' }, statusSchema)
    if (!asked.ok) return failed(asked.reason.fault)
    return succeeded(
      asked.value.institutions.flatMap(({ key: institution, health: state, until }) =>
        state === 'well' ? [] : [{ institution, state, until: until === null ? null : new Date(until) }],
      ),
    )
  },
}
