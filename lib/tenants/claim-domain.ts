import type { TenantDb } from '#lib/db/tenant-db.ts'
import { env } from '#lib/kit/env.ts'
import { mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { type HostFlaw, mostDomains, nameAndParents, readHost } from './tenant-domain.ts'
import { findHolder, insertDomain, listDomains } from './tenant-domain-store.ts'
import { portalHost } from './tenant-site.ts'

/** A name below one that another business holds is that business’s to give. */
const isAnothers = async (tx: TenantDb, host: string): Promise<boolean> => {
  const holders = await Promise.all(nameAndParents(host).map(findHolder))
  return holders.some((holder) => holder !== null && holder !== tx.tenantId)
}

/** Writes down that a tenant wants a host. It is served once its records are found, and blocks nobody before. */
export const claimDomain = async (
  tx: TenantDb,
  typed: string,
): Promise<Outcome<{ readonly id: string; readonly host: string }, HostFlaw>> => {
  const allowsReserved = env().PORTICO_MODE === 'demo'
  const read = readHost(typed, { portalHost: portalHost(), allowsReserved })
  if (!read.ok) return read
  const host = read.value
  const domains = await listDomains(tx)
  if (domains.some((domain) => domain.host === host)) return failed('added')
  if (domains.length >= mostDomains) return failed('too_many')
  if (await isAnothers(tx, host)) return failed('taken')
  const domain = { id: mintId('dom'), host }
  return (await insertDomain(tx, domain)) ? succeeded(domain) : failed('added')
}
