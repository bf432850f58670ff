import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { findCodeStanding } from '#lib/identity/find-code-standing.ts'
import { maskEmail } from '#lib/identity/identity.ts'
import { mintCode } from '#lib/identity/mint-code.ts'
import { codeLifeMs } from '#lib/identity/one-time-code.ts'
import { redeemCode } from '#lib/identity/redeem-code.ts'
import { minuteMs } from '#lib/kit/clock.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { notify, refuse, type StepModule, type StepResult, stepDone } from '../step-module.ts'
import type { FieldError } from '../view.ts'

const claimIdOf = ({ session }: OpenVisit): string => {
  const claimId = session.facts.identity?.claimId
  if (!claimId) throw new Error('verify is due before identity was given')
  return claimId
}

const resend = async (open: OpenVisit): Promise<StepResult> => {
  const { db, session } = open
  const minted = await inTransaction(db, (tx) =>
    mintCode(tx, { claimId: claimIdOf(open), sessionId: session.id, language: session.language }),
  )
  return notify(minted.ok ? 'code_sent' : 'code_too_soon')
}

const codeError = async (
  tx: TenantDb,
  open: OpenVisit,
  reason: 'wrong' | 'expired' | 'spent' | 'no_tries',
): Promise<FieldError> => {
  if (reason === 'expired') return { field: 'code', code: 'code_expired' }
  if (reason !== 'wrong') return { field: 'code', code: 'code_spent' }
  const { triesLeft } = await findCodeStanding(tx, claimIdOf(open), open.now)
  return { field: 'code', code: 'code_wrong', values: { triesLeft } }
}

/** The person proves the address by the code that was sent to it (S3). */
export const verifyStep: StepModule<'verify'> = {
  view: async (open) => {
    const claim = await findClaim(open.db, claimIdOf(open))
    const standing = await findCodeStanding(open.db, claimIdOf(open), open.now)
    return {
      step: 'verify',
      sentTo: maskEmail(claim?.details.email ?? ''),
      lifeMinutes: codeLifeMs / minuteMs,
      ...standing,
    }
  },
  submit: async (open, form) => {
    if (form.get('action') === 'resend') return resend(open)
    const code = form.get('code').replace(/\D/g, '')
    if (code === '') return refuse([{ field: 'code', code: 'code_missing' }])
    const { db, session, now } = open
    const claimId = claimIdOf(open)
    return inTransaction(db, async (tx): Promise<StepResult> => {
      const redeemed = await redeemCode(tx, { claimId, code, now })
      if (!redeemed.ok) return refuse([await codeError(tx, open, redeemed.reason)])
      const facts = { ...session.facts, verified: { at: now.toISOString(), claimId } }
      await recordFact(tx, open, facts, { name: 'identity_verified', step: 'verify' })
      return stepDone
    })
  },
}
