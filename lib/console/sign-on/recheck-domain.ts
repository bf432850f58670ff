import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { log } from '#lib/kit/log.ts'
import { lookUpTexts } from '#lib/kit/look-up-records.ts'
import { findSso, listUnseenSso, lockSso, updateSso } from '#lib/staff/sso-store.ts'
import { proofName, recordsToShow, type StaffSso, ssoGraceMs } from '#lib/staff/staff-sso.ts'
import { recordSignOnMails } from './record-sign-on-mails.ts'
import { releaseDomain } from './release-domain.ts'

type LookUp = (name: string) => ReturnType<typeof lookUpTexts>
type Look = { readonly texts: readonly string[] | null; readonly now: Date }

const restMs = dayMs
const mostAtOnce = 20

const noteFound = async (tx: TenantDb, sso: StaffSso, now: Date): Promise<void> => {
  await updateSso(tx, { checkedAt: now, checkResult: 'found', foundRecords: [], lostAt: null })
  const about = { actor: 'system:domain-check', subject: tx.tenantId, detail: { domain: sso.domain } }
  if (sso.lostAt) await recordAudit(tx, { ...about, action: 'sign_on.record_back' })
}

const noteMissing = async (
  tx: TenantDb,
  sso: StaffSso,
  { texts, now }: { readonly texts: readonly string[]; readonly now: Date },
): Promise<void> => {
  const lostAt = sso.lostAt ?? now
  await updateSso(tx, { checkedAt: now, checkResult: 'absent', foundRecords: recordsToShow(texts), lostAt })
  if (sso.lostAt) return
  const about = { actor: 'system:domain-check', subject: tx.tenantId, detail: { domain: sso.domain } }
  await recordAudit(tx, { ...about, action: 'sign_on.record_missing' })
  await recordSignOnMails(tx, 'sign_on_missing')
}

/** True where the domain is to be given up. Null for `texts`: the DNS did not answer, which says nothing. */
export const noteLook = (db: TenantDb, seen: StaffSso, { texts, now }: Look): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    await lockSso(tx)
    const sso = await findSso(tx)
    if (!sso?.verifiedAt || sso.revision !== seen.revision) return false
    if (texts === null) await updateSso(tx, { checkedAt: now, checkResult: 'no_answer', foundRecords: [] })
    else if (texts.includes(sso.txtRecord)) await noteFound(tx, sso, now)
    else {
      await noteMissing(tx, sso, { texts, now })
      return sso.lostAt !== null && now >= later(sso.lostAt, ssoGraceMs)
    }
    return false
  })

/** Looks again for the record by which a tenant holds a domain for single sign-on. */
export const recheckDomain = async (db: TenantDb, now: Date, lookUp: LookUp = lookUpTexts): Promise<void> => {
  const sso = await findSso(db)
  if (!sso?.verifiedAt) return
  const answer = await lookUp(proofName(sso.domain))
  const texts = answer.ok ? answer.value.map((text) => text.trim()) : null
  if (!(await noteLook(db, sso, { texts, now }))) return
  await releaseDomain(db, sso.domain, now)
  log('warn', 'domain of sign-on lost', { tenantId: db.tenantId })
}

/** Looks at every domain of single sign-on once a day, a few at a time. Run by the clock. */
export const recheckDomains = async (now: Date): Promise<void> => {
  const due = await listUnseenSso(later(now, -restMs), mostAtOnce)
  for (const tenantId of due) await recheckDomain(tenantDb(tenantId), now)
}
