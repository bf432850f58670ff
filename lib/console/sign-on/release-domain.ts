import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { findSso, lockSso, updateSso } from '#lib/staff/sso-store.ts'
import { endSsoSessions } from '#lib/staff/staff-session-store.ts'
import { recordSignOnMails } from './record-sign-on-mails.ts'

/**
 * Takes the domain from the tenant that holds it: nobody signs in by its provider any more, whoever did is signed out,
 * and its owners are told. A mailed link opens the tenant to everybody again.
 */
export const releaseDomain = async (db: TenantDb, domain: string, now: Date): Promise<void> => {
  await inTransaction(db, async (tx) => {
    await lockSso(tx)
    const sso = await findSso(tx)
    if (!sso?.verifiedAt || sso.domain !== domain) return
    await updateSso(tx, {
      heldDomain: null,
      verifiedAt: null,
      workedAt: null,
      lostAt: null,
      isRequired: false,
    })
    const about = { actor: 'system:domain-check', subject: db.tenantId, detail: { domain } }
    await recordAudit(tx, { ...about, action: 'sign_on.domain_lost' })
    await recordSignOnMails(tx, 'sign_on_lost')
  })
  await endSsoSessions(db.tenantId, now)
}
