import { later, secondMs } from '#lib/kit/clock.ts'
import type { SessionId } from '#lib/kit/ids.ts'
import type { Device } from '#lib/sessions/device.ts'
import { closeSession } from '#lib/sessions/session-store.ts'
import { aSession } from './a-session.ts'
import type { BuiltTenant } from './a-tenant.ts'

/** What a visit's journal tells: seconds after its beginning, name, step, detail. */
export type ToldEvent = readonly [seconds: number, name: string, step: string, detail?: object]

type Wanted = {
  readonly startedAt: Date
  /** Twenty minutes after its beginning, unless something else is asked for. */
  readonly endedAt?: Date
  readonly told: readonly ToldEvent[]
  readonly device?: Device
  readonly institutionId?: number
  readonly outcome?: 'finished' | 'abandoned'
}

/** A visit that is over, with the journal given. */
export const anEndedVisit = async (tenant: BuiltTenant, wanted: Wanted): Promise<SessionId> => {
  const { startedAt, device = null, institutionId, told, outcome = 'abandoned' } = wanted
  const { db } = tenant
  const { id } = await aSession(tenant)
  const facts = institutionId ? { institution: { at: startedAt.toISOString(), institutionId } } : {}
  await db.tables.session.update({ where: { id }, data: { startedAt, device, facts } })
  const rows = told.map(([seconds, name, step, detail = {}]) => {
    return {
      tenantId: db.tenantId,
      sessionId: id,
      name,
      step,
      detail,
      at: later(startedAt, seconds * secondMs),
    }
  })
  await db.tables.sessionEvent.createMany({ data: rows })
  await closeSession(db, id, outcome, wanted.endedAt ?? later(startedAt, 1_200 * secondMs))
  return id
}
