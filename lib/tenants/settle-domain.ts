import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs } from '#lib/kit/clock.ts'
import { forgetHost } from './find-tenant-by-host.ts'
import { type Findings, isComplete, isGone, type TenantDomain } from './tenant-domain.ts'
import { findDomain, holdHost, releaseHost, saveFindings } from './tenant-domain-store.ts'

/** So long a host whose records are gone is still served: links that were sent lead there. */
export const graceMs = 7 * dayMs

export type Settled = 'verified' | 'lost' | 'waiting' | 'taken' | 'released'

const lostSince = ({ isVerified, lostAt }: TenantDomain, findings: Findings, now: Date): Date | null => {
  if (!isVerified || isComplete(findings)) return null
  return isGone(findings) ? (lostAt ?? now) : lostAt
}

const settle = async (
  tx: TenantDb,
  domain: TenantDomain,
  { findings, lostAt, now }: { findings: Findings; lostAt: Date | null; now: Date },
): Promise<Settled> => {
  if (isComplete(findings)) return domain.isVerified || (await holdHost(tx, domain)) ? 'verified' : 'taken'
  if (!domain.isVerified) return 'waiting'
  if (lostAt === null) return 'verified'
  if (!isGone(findings) || now.getTime() - lostAt.getTime() < graceMs) return 'lost'
  await releaseHost(tx, domain.id)
  return 'released'
}

type News = Exclude<Settled, 'waiting' | 'taken'>

const isNews = ({ isVerified, lostAt }: TenantDomain, settled: Settled): settled is News =>
  settled === 'released' ||
  (settled === 'verified' && (!isVerified || lostAt !== null)) ||
  (settled === 'lost' && lostAt === null)

/**
 * What follows from a look: the host is held, goes on, is told to be lost, or is let go once that has lasted. Null where
 * the domain was taken away meanwhile. Whatever changes stands in the audit log.
 */
export const settleDomain = async (
  db: TenantDb,
  id: string,
  { findings, now, actor }: { readonly findings: Findings; readonly now: Date; readonly actor: string },
): Promise<Settled | null> => {
  const done = await inTransaction(db, async (tx) => {
    const domain = await findDomain(tx, id)
    if (!domain) return null
    const lostAt = lostSince(domain, findings, now)
    await saveFindings(tx, id, { findings, checkedAt: now, lostAt })
    const settled = await settle(tx, domain, { findings, lostAt, now })
    if (isNews(domain, settled))
      await recordAudit(tx, {
        actor,
        action: `domain.${settled}`,
        subject: id,
        detail: { host: domain.host },
      })
    return { settled, host: domain.host }
  })
  if (done) forgetHost(done.host)
  return done?.settled ?? null
}
