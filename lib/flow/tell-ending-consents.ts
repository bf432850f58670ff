import { listConnectionsOfConsent } from '#lib/connections/connection-store.ts'
import { type ConsentNotice, needsNotice, noticeSpans } from '#lib/consents/consent-notice.ts'
import { type ConsentRow, insertNotice, listUntold } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { tellConsent } from './tell-consent.ts'

const pageSize = 200

/** A consent under which nothing is connected ends without a word: nobody would miss it. */
const hasReaders = async (tx: TenantDb, consentId: string): Promise<boolean> =>
  (await listConnectionsOfConsent(tx, consentId)).some(({ status }) => status !== 'revoked')

const tell = (consent: ConsentRow, notice: ConsentNotice, now: Date): Promise<void> =>
  inTransaction(tenantDb(consent.tenantId as TenantId), async (tx) => {
    if (!(await insertNotice(tx, consent.id, notice, now))) return
    if (!needsNotice(consent, notice) || !(await hasReaders(tx, consent.id))) return
    if (notice === 'expired') await tellConsent(tx, consent, { name: 'consent.expired', at: now, extra: {} })
    else {
      const extra = { daysLeft: Number(notice) }
      await tellConsent(tx, consent, { name: 'consent.expiring', at: now, extra })
    }
  })

/**
 * Tells of consents that end in 30, 7 or 1 days, and of those that have expired: each once, however often it runs and
 * in however many workers. That a consent has expired needs no telling to hold, it is derived.
 */
export const tellEndingConsents = async (now: Date): Promise<void> => {
  for (const [notice, span] of Object.entries(noticeSpans(now)) as [ConsentNotice, never][])
    for (let page: ConsentRow[] | null = null; page === null || page.length === pageSize; ) {
      page = await listUntold(notice, span, pageSize)
      for (const consent of page) await tell(consent, notice, now)
    }
}
