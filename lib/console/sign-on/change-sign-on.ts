import { inTransaction } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { deleteSso, findSso, lockSso, updateSso } from '#lib/staff/sso-store.ts'
import { endSsoSessions } from '#lib/staff/staff-session-store.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'
import { seenOf } from '../seen-of.ts'

type Desks = Desk<'sign_on.manage'>
export type SignOnRules = Pick<StaffSso, 'isRequired' | 'provesFactor'>

export const rulesOf = ({ isRequired, provesFactor }: SignOnRules): SignOnRules => ({
  isRequired,
  provesFactor,
})

/** A way that nobody has come by yet may lead nowhere: it is not made the only one. */
export const canBeRequired = (sso: StaffSso): boolean => sso.verifiedAt !== null && sso.workedAt !== null

export type RulesRefusal = 'unknown' | 'untried' | 'changed'

/**
 * Whether it is the only way, and whether it stands for the second factor. When it no longer does, its sessions end.
 * `seen` is `seenOf` the rules that the form was drawn from.
 */
export const setSignOnRules = async (
  desk: Desks,
  { rules, seen }: { readonly rules: SignOnRules; readonly seen: string },
  now: Date,
): Promise<Outcome<null, RulesRefusal>> => {
  const done = await inTransaction<Outcome<boolean, RulesRefusal>>(desk.db, async (tx) => {
    await lockSso(tx)
    const before = await findSso(tx)
    if (!before) return failed('unknown')
    if (seenOf(rulesOf(before)) !== seen) return failed('changed')
    if (rules.isRequired && !canBeRequired(before)) return failed('untried')
    await updateSso(tx, rulesOf(rules))
    await recordChange(tx, desk, {
      action: 'sign_on.rules',
      subject: desk.tenant.id,
      before: rulesOf(before),
      after: rulesOf(rules),
    })
    return succeeded(before.provesFactor && !rules.provesFactor)
  })
  if (!done.ok) return done
  if (done.value) await endSsoSessions(desk.tenant.id, now)
  return succeeded(null)
}

/** Takes the provider away and ends every session that it opened. */
export const removeSignOn = async (desk: Desks, now: Date): Promise<void> => {
  await inTransaction(desk.db, async (tx) => {
    await lockSso(tx)
    const before = await findSso(tx)
    if (!before) return
    await deleteSso(tx)
    const { issuer, clientId, domain } = before
    await recordChange(tx, desk, {
      action: 'sign_on.removed',
      subject: desk.tenant.id,
      before: { issuer, clientId, domain },
    })
  })
  await endSsoSessions(desk.tenant.id, now)
}
