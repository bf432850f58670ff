import { bareClient } from './client.ts'
import { Prisma } from './generated/client.ts'
import { column, join } from './sql.ts'

// By name, for a prepared statement must not change its shape when a migration adds a column.
const columns = join(Object.values(Prisma.SessionScalarFieldEnum).map((name) => column(name)))

/** A visit's row with what else each of its doors has to know: whether its tenant is served, and what was shown. */
export type SessionDoorRow = Prisma.SessionGetPayload<object> & {
  readonly isServed: boolean
  readonly shown: readonly string[]
}

/** The hottest question of the house, so all of it in one statement: the way from a visit's id to its scope. */
export const findSessionDoor = async (id: string): Promise<SessionDoorRow | null> => {
  const rows = await bareClient().$queryRaw<SessionDoorRow[]>`
    select ${columns},
      (select "disabledAt" is null from "Tenant" where id = s."tenantId") as "isServed",
      array(
        select step from "SessionEvent"
        where "sessionId" = s.id and "tenantId" = s."tenantId" and name = 'step_shown' and step is not null
      ) as shown
    from "Session" s where id = ${id}`
  return rows[0] ?? null
}
