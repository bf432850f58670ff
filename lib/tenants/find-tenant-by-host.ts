import { secondMs } from '#lib/kit/clock.ts'
import { Latest } from '#lib/kit/latest.ts'
import { findHolder } from './tenant-domain-store.ts'
import { findTenant, type Tenant } from './tenant-store.ts'

export type HostTenant = Pick<Tenant, 'id' | 'slug'>

/** So long a process goes on to serve a host that another one has let go. */
const keptForMs = 30 * secondMs

const kept = new Latest<{ readonly tenant: HostTenant; readonly until: number }>(1_000)

/** From now on this process looks anew. */
export const forgetHost = (host: string): void => {
  kept.delete(host)
}

const keep = (host: string, { id, slug }: Tenant): HostTenant => {
  const tenant = { id, slug }
  kept.set(host, { tenant, until: Date.now() + keptForMs })
  return tenant
}

/** The tenant whose own host this is. Only hosts that are somebody’s are kept: whoever asks for others fills nothing. */
export const findTenantByHost = async (host: string): Promise<HostTenant | null> => {
  const known = kept.get(host)
  if (known && known.until > Date.now()) return known.tenant
  kept.delete(host)
  const holder = await findHolder(host)
  const tenant = holder && (await findTenant(holder))
  return tenant ? keep(host, tenant) : null
}
