import { inTransaction, tenantDb } from '#lib/db/tenant-db.ts'
import { lookUpTexts } from '#lib/kit/look-up-records.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findSso, findSsoByDomain, lockSso, updateSso } from '#lib/staff/sso-store.ts'
import { type DomainCheck, proofName, recordsToShow, type StaffSso } from '#lib/staff/staff-sso.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'
import { noteLook } from './recheck-domain.ts'
import { releaseDomain } from './release-domain.ts'

type Desks = Desk<'sign_on.manage'>
type LookUp = (name: string) => ReturnType<typeof lookUpTexts>

const noteCheck = (desk: Desks, now: Date, checkResult: DomainCheck, texts: readonly string[]) =>
  updateSso(desk.db, {
    checkedAt: now,
    checkResult,
    foundRecords: recordsToShow(texts),
    ...(checkResult === 'found' ? { lostAt: null } : {}),
  })

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
  if (isElsewhere) await releaseDomain(tenantDb(holder.tenantId), holder.domain, now)
  return (await hold(desk, sso, now)) ? 'found' : 'held_elsewhere'
}

/**
 * Asks the DNS for the record of the domain, now. A domain that was verified stays so when its record is not found: the
 * worker looks for it each day and gives it up after a week.
 */
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
  if (sso.verifiedAt && result === 'absent') await noteLook(desk.db, sso, { texts: found, now })
  else await noteCheck(desk, now, result, found)
  return succeeded(result)
}
