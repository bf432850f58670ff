import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, tenantDb } from '#lib/db/tenant-db.ts'
import { lookUpTexts } from '#lib/kit/look-up-records.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findSso, findSsoByDomain, lockSso, updateSso } from '#lib/staff/sso-store.ts'
import { endSsoSessions } from '#lib/staff/staff-session-store.ts'
import { type DomainCheck, proofName, type StaffSso } from '#lib/staff/staff-sso.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

type Desks = Desk<'sign_on.manage'>
type LookUp = (name: string) => ReturnType<typeof lookUpTexts>

const mostRecords = 10
const longestRecord = 200

const noteCheck = (desk: Desks, now: Date, checkResult: DomainCheck, texts: readonly string[]) =>
  updateSso(desk.db, {
    checkedAt: now,
    checkResult,
    foundRecords: texts.slice(0, mostRecords).map((text) => text.slice(0, longestRecord)),
  })

/** Takes a domain from the tenant that held it: whoever came by its provider is signed out. */
const release = async (holder: StaffSso, now: Date): Promise<void> => {
  await inTransaction(tenantDb(holder.tenantId), async (tx) => {
    await lockSso(tx)
    await updateSso(tx, { heldDomain: null, verifiedAt: null, workedAt: null, isRequired: false })
    await recordAudit(tx, {
      actor: 'system:domain-check',
      action: 'sign_on.domain_lost',
      subject: holder.tenantId,
      detail: { domain: holder.domain },
    })
  })
  await endSsoSessions(holder.tenantId, now)
}

/** False where another tenant was quicker, or the form was changed meanwhile. */
const hold = (desk: Desks, sso: StaffSso, now: Date): Promise<boolean> =>
  inTransaction(desk.db, async (tx) => {
    await lockSso(tx)
    const [own, holder] = [await findSso(tx), await findSsoByDomain(sso.domain)]
    if (own?.revision !== sso.revision || (holder && holder.tenantId !== desk.tenant.id)) return false
    if (own.verifiedAt) return true
    await updateSso(tx, { heldDomain: sso.domain, verifiedAt: now })
    await recordChange(tx, desk, {
      action: 'sign_on.domain_verified',
      subject: desk.tenant.id,
      after: { domain: sso.domain },
    })
    return true
  })

/** A domain belongs to whoever's record stands in its DNS; where two stand there, to who was first. */
const claim = async (
  desk: Desks,
  sso: StaffSso,
  texts: readonly string[],
  now: Date,
): Promise<DomainCheck> => {
  if (!texts.includes(sso.txtRecord)) return 'absent'
  const holder = await findSsoByDomain(sso.domain)
  const isElsewhere = holder && holder.tenantId !== desk.tenant.id
  if (isElsewhere && texts.includes(holder.txtRecord)) return 'held_elsewhere'
  if (isElsewhere) await release(holder, now)
  return (await hold(desk, sso, now)) ? 'found' : 'held_elsewhere'
}

/** Asks the DNS for the record of the domain, now. A domain that was verified stays so when its record is not found. */
export const checkDomain = async (
  desk: Desks,
  now: Date,
  lookUp: LookUp = lookUpTexts,
): Promise<Outcome<DomainCheck, 'unknown'>> => {
  const sso = await findSso(desk.db)
  if (!sso) return failed('unknown')
  const texts = await lookUp(proofName(sso.domain))
  const found = texts.ok ? texts.value.map((text) => text.trim()) : []
  const result = texts.ok ? await claim(desk, sso, found, now) : 'no_answer'
  await noteCheck(desk, now, result, found)
  return succeeded(result)
}
