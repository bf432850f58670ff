import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { edgeOfLook, type Look, lookWithin } from '#lib/kit/look.ts'
import type { Session, SessionOutcome } from './session.ts'
import { toSession } from './session-store.ts'

export type SessionFilter = {
  readonly limit: number
  /** The last id of the page before: later ids are older visits, for the newest come first. */
  readonly before?: string | undefined
  readonly isTestOnly: boolean
  readonly tag?: string | undefined
  readonly outcome?: SessionOutcome | undefined
  /** Only these; with a tag or a reference, those and these. */
  readonly ids?: readonly string[] | undefined
  /** Only these, whatever else is asked. */
  readonly among?: readonly string[] | undefined
  readonly reference?: string | undefined
  readonly isDemo?: boolean | undefined
  readonly isUnderWay?: boolean | undefined
  readonly front?: Session['front'] | undefined
  readonly device?: Session['device'] | undefined
  readonly language?: Session['language'] | undefined
}

const named = ({ ids, reference, tag }: SessionFilter): Prisma.SessionWhereInput => {
  const names = [...(reference === undefined ? [] : [{ reference }]), ...(tag === undefined ? [] : [{ tag }])]
  const [name, ...others] = names
  if (name === undefined) return ids === undefined ? {} : { id: { in: [...ids] } }
  if (ids === undefined || ids.length === 0) return others.length === 0 ? name : { OR: names }
  return { OR: [...names, { id: { in: [...ids] } }] }
}

type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> }

const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>

/** What any number of the visits may have, or few. */
const traitsOf = ({ outcome, isUnderWay, front, device, language }: SessionFilter) => ({
  ...given({ outcome, front, device, language }),
  ...(isUnderWay ? { endedAt: null } : {}),
})

/** Newest first. By traits alone, one look goes no further than it may. */
export const listSessions = async (db: TenantDb, filter: SessionFilter): Promise<Look<Session>> => {
  const { limit, before, isTestOnly, among, isDemo } = filter
  const names = named(filter)
  const traits = traitsOf(filter)
  const isBounded = Object.keys(traits).length > 0 && Object.keys(names).length === 0 && among === undefined
  const where = { ...given({ isDemo }), ...(isTestOnly ? { isDemo: true } : {}) }
  const earlier = before === undefined ? {} : { id: { lt: before } }
  const { session } = db.tables
  return lookWithin({
    limit,
    edge: async () => (isBounded ? session.findMany({ where: { ...where, ...earlier }, ...edgeOfLook }) : []),
    read: async (downTo) => {
      const ids = [earlier, { id: downTo }, among ? { id: { in: [...among] } } : {}]
      const rows = await session.findMany({
        where: { ...where, ...traits, AND: [names, ...ids] },
        orderBy: { id: 'desc' },
        take: limit,
      })
      return rows.map(toSession)
    },
  })
}
