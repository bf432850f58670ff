import { tenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { log } from '#lib/kit/log.ts'
import { lookAtDomain } from '#lib/tenants/look-at-domain.ts'
import { settleDomain } from '#lib/tenants/settle-domain.ts'
import { findDomain, listUnseenDomains } from '#lib/tenants/tenant-domain-store.ts'
import { portalHost } from '#lib/tenants/tenant-site.ts'

const restMs = 15 * minuteMs
const mostAtOnce = 20

const check = async ({ id, tenantId }: { id: string; tenantId: TenantId }, now: Date): Promise<void> => {
  const db = tenantDb(tenantId)
  const domain = await findDomain(db, id)
  if (!domain) return
  const findings = await lookAtDomain(domain, portalHost())
  const settled = await settleDomain(db, id, { findings, now, actor: 'worker' })
  if (settled === 'lost' || settled === 'released') log('warn', 'domain lost', { domain: id, settled })
}

/** Looks again at the domains that nobody has looked at for a quarter of an hour, those left alone for longest first. */
export const checkDomains = async (now: Date): Promise<void> => {
  const due = await listUnseenDomains(later(now, -restMs), mostAtOnce)
  await Promise.all(due.map((one) => check(one, now)))
}
