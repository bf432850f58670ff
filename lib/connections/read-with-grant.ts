import type { Connector, ConnectorContext, SecretText } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import { getConnector } from '#lib/connectors/registry.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { log } from '#lib/kit/log.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { type ConnectionRow, findConnection, lockConnection, updateConnection } from './connection-store.ts'
import { callConnector } from './connector-call.ts'
import { openGrant, storeGrant } from './link-connection.ts'

/** Short, for the row is locked meanwhile: two who wait behind each other still come within their transactions. */
const renewalMs = 6 * secondMs

type Reading<T> = (
  connector: Connector,
  ctx: ConnectorContext,
  grant: SecretText,
) => Promise<Outcome<T, Fault>>

const noLonger: Fault = { code: 'bank_session_expired' }
const ended: Fault = { code: 'access_ended' }

const askAnew = (db: TenantDb, connection: ConnectionRow, spent: SecretText) =>
  callConnector(db, connection, renewalMs, async ({ renewal }, ctx) =>
    renewal ? renewal.renew(ctx, spent) : failed(noLonger),
  )

/**
 * Puts a new grant in the place of `spent`, which the bank takes once: whoever comes second finds the first one's. It
 * is committed before anybody uses it.
 */
const renewInTurn = (db: TenantDb, id: string, spent: SecretText): Promise<Outcome<SecretText, Fault>> =>
  inTransaction(db, async (tx) => {
    await lockConnection(tx, id)
    const connection = await findConnection(tx, id)
    const held = connection && (await openGrant(tx, connection))
    if (!connection || !held || connection.status === 'revoked') return failed(ended)
    if (held !== spent) return succeeded(held)
    const renewed = await askAnew(tx, connection, spent)
    if (renewed.ok) await storeGrant(tx, id, renewed.value)
    return renewed
  })

/** A database that would not wait so long has lost no more than the time: the grant stands as it stood. */
const renew = async (db: TenantDb, id: string, spent: SecretText): Promise<Outcome<SecretText, Fault>> => {
  try {
    return await renewInTurn(db, id, spent)
  } catch (thrown) {
    log('error', 'grant not renewed', { connection: id, name: (thrown as Error).name })
    return failed({ code: 'bank_too_slow' })
  }
}

const isRefused = (outcome: Outcome<unknown, Fault>): boolean =>
  !outcome.ok && outcome.reason.code === 'bank_session_expired'

/** `timeoutMs` is for the reading alone. */
type Asking<T> = { readonly timeoutMs: number; readonly read: Reading<T> }

const readRenewing = async <T>(
  db: TenantDb,
  connection: ConnectionRow,
  grant: SecretText,
  { timeoutMs, read }: Asking<T>,
): Promise<Outcome<T, Fault>> => {
  const once = (good: SecretText) =>
    callConnector(db, connection, timeoutMs, (connector, ctx) => read(connector, ctx, good))
  const { renewal } = getConnector(connection.connectorId)
  if (!renewal) return once(grant)
  const isDue = renewal.dueAt(grant) <= new Date()
  const good = isDue ? await renew(db, connection.id, grant) : succeeded(grant)
  if (!good.ok) return good
  const asked = await once(good.value)
  if (!isRefused(asked)) return asked
  // The bank ended the token before its time; one that it gave a moment ago would be refused again.
  const again = isDue ? failed(ended) : await renew(db, connection.id, good.value)
  if (!again.ok) return again
  const last = await once(again.value)
  return isRefused(last) ? failed(ended) : last
}

/**
 * The one way to read with what a login gave: renewed first where it is due, and once more where the bank refuses it
 * before its time. An access that has ended at the bank leaves a mark on the connection: somebody must act. Never
 * called within a transaction, for a new grant must stand before it is used.
 */
export const readWithGrant = async <T>(
  db: TenantDb,
  { id }: Pick<ConnectionRow, 'id'>,
  asking: Asking<T>,
): Promise<Outcome<T, Fault>> => {
  if (db.isTransaction) throw new Error('a grant is used outside of transactions')
  const connection = await findConnection(db, id)
  const grant = connection && (await openGrant(db, connection))
  if (!connection || !grant) return failed(noLonger)
  const asked = await readRenewing(db, connection, grant, asking)
  if (!asked.ok && asked.reason.code === 'access_ended')
    await updateConnection(db, id, { fetchFault: 'access_ended' })
  return asked
}
