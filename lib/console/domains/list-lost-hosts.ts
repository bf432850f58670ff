import { standingOf } from '#lib/tenants/tenant-domain.ts'
import { listDomains } from '#lib/tenants/tenant-domain-store.ts'
import { type Desk, mayAtDesk } from '../desk.ts'

/** Hosts of the tenant whose records are gone, for whoever may look after them. */
export const listLostHosts = async (desk: Desk): Promise<readonly string[]> => {
  if (!mayAtDesk(desk, 'domain.view')) return []
  const domains = await listDomains(desk.db)
  return domains.filter((domain) => standingOf(domain) === 'lost').map(({ host }) => host)
}
