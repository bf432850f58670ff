import { ask } from './ask.ts'
import { Prisma } from './generated/client.ts'

// By name, for a prepared statement must not change its shape when a migration adds a column.
const columns = Object.values(Prisma.SessionScalarFieldEnum).map((name) => `s."${name}"`)

const question = `
  select ${columns.join(', ')},
    (select "disabledAt" is null from "Tenant" where id = s."tenantId") as "isServed"
  from "Session" s where id = $1`

/** A visit's row with what else each of its doors has to know: whether its tenant is served. */
export type SessionDoorRow = Prisma.SessionGetPayload<object> & { readonly isServed: boolean }

/** The hottest question of the house, so all of it in one statement: the way from a visit's id to its scope. */
export const findSessionDoor = async (id: string): Promise<SessionDoorRow | null> =>
  (await ask<SessionDoorRow>({ text: question, values: [id] }))[0] ?? null
