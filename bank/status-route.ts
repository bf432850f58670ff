import { institutions } from './institutions.ts'
import { json, retryAfterSeconds } from './reply.ts'
import type { Route } from './router.ts'
import type { BankWorld } from './world.ts'

const statusOf = (world: BankWorld) => {
  const back = world.clock.now().getTime() + retryAfterSeconds.institution_disabled * 1_000
  return institutions.map(({ key, name, health = 'well' }) => ({
    key,
    name,
    health,
    until: health === 'off' ? new Date(back).toISOString() : null,
  }))
}

/** How the institutions are today, for anybody: `until` says when one that is off expects to be back. */
export const statusRoute: Route = {
  method: 'GET',
  pattern: '/api/status',
  handle: async (world) => json(200, { institutions: statusOf(world) }),
}
