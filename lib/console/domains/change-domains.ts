import { inTransaction } from '#lib/db/tenant-db.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import { claimDomain } from '#lib/tenants/claim-domain.ts'
import { forgetHost } from '#lib/tenants/find-tenant-by-host.ts'
import { lookAtDomain } from '#lib/tenants/look-at-domain.ts'
import { type Settled, settleDomain } from '#lib/tenants/settle-domain.ts'
import type { HostFlaw } from '#lib/tenants/tenant-domain.ts'
import { deleteDomain, findDomain } from '#lib/tenants/tenant-domain-store.ts'
import { portalHost } from '#lib/tenants/tenant-site.ts'
import { actorOf, type Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

/** Writes down a host that the tenant wants, as it was typed in a form. */
export const addDomain = (desk: Desk<'domain.manage'>, typed: string): Promise<Outcome<unknown, HostFlaw>> =>
  inTransaction(desk.db, async (tx) => {
    const claimed = await claimDomain(tx, typed)
    if (!claimed.ok) return claimed
    const { id, host } = claimed.value
    await recordChange(tx, desk, { action: 'domain.added', subject: id, after: { host } })
    return claimed
  })

/** Asks DNS now, and does what follows. Null where the tenant has no such domain. */
export const checkDomain = async (
  desk: Desk<'domain.manage'>,
  id: string,
  now: Date,
): Promise<Settled | null> => {
  const domain = await findDomain(desk.db, id)
  if (!domain) return null
  const findings = await lookAtDomain(domain, portalHost())
  return settleDomain(desk.db, id, { findings, now, actor: actorOf(desk) })
}

/** The host is served no longer, at once here and within half a minute elsewhere. False where there is no such domain. */
export const removeDomain = async (desk: Desk<'domain.manage'>, id: string): Promise<boolean> => {
  const domain = await findDomain(desk.db, id)
  if (!domain) return false
  const isGone = await inTransaction(desk.db, async (tx) => {
    if (!(await deleteDomain(tx, id))) return false
    const { host } = domain
    await recordChange(tx, desk, { action: 'domain.removed', subject: id, before: { host } })
    return true
  })
  forgetHost(domain.host)
  return isGone
}
