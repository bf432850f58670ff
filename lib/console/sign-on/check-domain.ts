import { inTransaction, tenantDb } from '#lib/db/tenant-db.ts'
import { lookUpTexts } from '#lib/kit/look-up-records.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findSso, findSsoByDomain, lockSso, updateSso } from '#lib/staff/sso-store.ts'
import { type DomainCheck, proofName, recordsToShow, type StaffSso } from '#lib/staff/staff-sso.ts'
import { recordChange } from '../record-change.ts'
import { noteLook } from './recheck-domain.ts'
import { releaseDomain } from './release-domain.ts'
import { type SetupHand, tellOfSetup } from './setup-desk.ts'

type LookUp = (name: string) => ReturnType<typeof lookUpTexts>

const noteCheck = (hand: SetupHand, now: Date, checkResult: DomainCheck, texts: readonly string[]) =>
  updateSso(hand.db, {
    checkedAt: now,
    checkResult,
    foundRecords: recordsToShow(texts),
    ...(checkResult === 'found' ? { lostAt: null } : {}),
  })

/** False where another tenant was quicker, or the form was changed meanwhile. */
const hold = (hand: SetupHand, sso: StaffSso, now: Date): Promise<boolean> =>
  inTransaction(hand.db, async (tx) => {
    await lockSso(tx)
    const [own, holder] = [await findSso(tx), await findSsoByDomain(sso.domain)]
    if (own?.revision !== sso.revision || (holder && holder.tenantId !== hand.tenant.id)) return false
    if (own.verifiedAt) return true
    await tellOfSetup(tx, hand, { kind: 'sign_on_set_up', now })
    await updateSso(tx, { heldDomain: sso.domain, verifiedAt: now })
    await recordChange(tx, hand, {
      action: 'sign_on.domain_verified',
      subject: hand.tenant.id,
      after: { domain: sso.domain },
    })
    return true
  })

/** A domain belongs to whoever's record stands in its DNS; where two stand there, to who was first. */
const claim = async (
  hand: SetupHand,
  sso: StaffSso,
  texts: readonly string[],
  now: Date,
): Promise<DomainCheck> => {
  if (!texts.includes(sso.txtRecord)) return 'absent'
  const holder = await findSsoByDomain(sso.domain)
  const isElsewhere = holder && holder.tenantId !== hand.tenant.id
  if (isElsewhere && texts.includes(holder.txtRecord)) return 'held_elsewhere'
  if (isElsewhere) await releaseDomain(tenantDb(holder.tenantId), holder.domain, now)
  return (await hold(hand, sso, now)) ? 'found' : 'held_elsewhere'
}

/**
 * Asks the DNS for the record of the domain, now. A domain that was verified stays so when its record is not found: the
 * worker looks for it each day and gives it up after a week. Throws `link_expired` where a link was taken back meanwhile.
 */
export const checkDomain = async (
  hand: SetupHand,
  now: Date,
  lookUp: LookUp = lookUpTexts,
): Promise<Outcome<DomainCheck, 'unknown'>> => {
  const sso = await findSso(hand.db)
  if (!sso) return failed('unknown')
  const texts = await lookUp(proofName(sso.domain))
  const found = texts.ok ? texts.value.map((text) => text.trim()) : []
  const result = texts.ok ? await claim(hand, sso, found, now) : 'no_answer'
  if (sso.verifiedAt && result === 'absent') await noteLook(hand.db, sso, { texts: found, now })
  else await noteCheck(hand, now, result, found)
  return succeeded(result)
}
