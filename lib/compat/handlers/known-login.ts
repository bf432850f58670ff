import { type ConnectionRow, findConnectionByLoginId } from '#lib/connections/connection-store.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { idField } from '../bind.ts'
import type { Call } from '../call.ts'
import { type Reply, refuse } from '../reply.ts'

/** The connection of this tenant that a `LoginId` names; another tenant's is as unknown as one that nobody has. */
export const findLogin = async (
  { db }: Pick<Call, 'db'>,
  loginId: unknown,
): Promise<Outcome<ConnectionRow, Reply>> => {
  const id = idField.safeParse(loginId).data
  const connection = id ? await findConnectionByLoginId(db, id) : null
  return connection ? succeeded(connection) : failed(refuse('INVALID_LOGIN', { Message: 'Invalid LoginId' }))
}
