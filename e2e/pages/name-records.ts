import type { NameRecords } from '../../test/dns/name-server.ts'
import { addresses } from '../stack/addresses.ts'

/** From now on the DNS server of the stack says this of these names; null: that there is no such name. */
export const tellNames = async (records: Readonly<Record<string, NameRecords | null>>): Promise<void> => {
  const answer = await fetch(addresses.names(), { method: 'PUT', body: JSON.stringify(records) })
  if (!answer.ok) throw new Error(`The DNS server was not told: ${answer.status}`)
}
