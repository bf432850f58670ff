import { findConnectionByLoginId } from '#lib/connections/connection-store.ts'
import { findByRequest } from '#lib/connections/find-by-request.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type ConnectionRecord, listConnectionRecords } from '#lib/flow/connection-records.ts'
import { isGuid, isId } from '#lib/kit/ids.ts'
import type { Look } from '#lib/kit/look.ts'
import type { Desk } from '../desk.ts'
import { listConnectionsOfCustomer } from '../visits/customer-visits.ts'

export type ConnectionSearch = {
  readonly typed: string
  readonly needsAttention: boolean
  readonly before?: string | undefined
  readonly limit: number
}

/** By the id of a connection, of its login or of a request for its data; else by the reference of a customer. */
const soughtIds = async (db: TenantDb, typed: string): Promise<readonly string[]> => {
  if (isId('cnx', typed)) return [typed]
  if (!isGuid(typed)) return listConnectionsOfCustomer(db, typed)
  const guid = typed.toLowerCase()
  const known = (await findConnectionByLoginId(db, guid))?.id
  return [known ?? (await findByRequest(db, guid))?.connectionId ?? []].flat()
}

/** Connections of the tenant, newest first, one more than `limit` where there are more. */
export const findConnections = async (
  { db }: Desk<'connections.view'>,
  { typed, needsAttention, before, limit }: ConnectionSearch,
  now: Date,
): Promise<Look<ConnectionRecord>> => {
  const sought = typed === '' ? {} : { ids: await soughtIds(db, typed) }
  const asked = { ...sought, before, needsAttention, limit: limit + 1, isTestOnly: false, now }
  return listConnectionRecords(db, asked)
}
