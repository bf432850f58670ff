import { listConnectionsOfConsent } from '#lib/connections/connection-store.ts'
import { nextNoticeAfter, noticeAt } from '#lib/consents/consent-notice.ts'
import { type ConsentRow, insertNotice, listNoticesDue, moveNotice } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { tellConsent } from './tell-consent.ts'

const pageSize = 200

/** A consent under which nothing is connected ends without a word: nobody would miss it. */
const hasReaders = async (tx: TenantDb, consentId: string): Promise<boolean> =>
  (await listConnectionsOfConsent(tx, consentId)).some(({ status }) => status !== 'revoked')

const tell = (consent: ConsentRow, now: Date): Promise<void> =>
  inTransaction(tenantDb(consent.tenantId as TenantId), async (tx) => {
    if (!(await moveNotice(tx, consent, nextNoticeAfter(consent, now)))) return
    const notice = noticeAt(consent, now)
    if (!notice || !(await insertNotice(tx, consent.id, notice, now))) return
    if (!(await hasReaders(tx, consent.id))) return
    if (notice === 'expired') await tellConsent(tx, consent, { name: 'consent.expired', at: now, extra: {} })
    else {
      const extra = { daysLeft: Number(notice) }
      await tellConsent(tx, consent, { name: 'consent.expiring', at: now, extra })
    }
  })

/**
 * Tells of consents that end in 30, 7 or 1 days, and of those that have expired: each once, however often it runs and
 * in however many workers. That a consent has expired needs no telling to hold, it is derived. What a round costs is
 * what is due: a consent says itself when it is looked at next (decision 0136).
 */
export const tellEndingConsents = async (now: Date): Promise<void> => {
  for (let page: ConsentRow[] | null = null; page === null || page.length === pageSize; ) {
    page = await listNoticesDue(now, pageSize)
    for (const consent of page) await tell(consent, now)
  }
}
