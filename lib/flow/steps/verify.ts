import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { findCodeStanding } from '#lib/identity/find-code-standing.ts'
import { type Channel, type ClaimDetails, firstChannel, maskAddress } from '#lib/identity/identity.ts'
import { mintCode } from '#lib/identity/mint-code.ts'
import { codeDigits, codeLifeMs } from '#lib/identity/one-time-code.ts'
import { channelsOf } from '#lib/identity/read-claim.ts'
import { redeemCode } from '#lib/identity/redeem-code.ts'
import { minuteMs } from '#lib/kit/clock.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { notify, refuse, type StepModule, type StepResult, stepRecorded } from '../step-module.ts'
import type { FieldError } from '../view.ts'

const claimIdOf = ({ session }: OpenVisit): string => {
  const claimId = session.facts.identity?.claimId
  if (!claimId) throw new Error('verify is due before identity was given')
  return claimId
}

type Addresses = { readonly current: Channel; readonly other: Channel | null; readonly details: ClaimDetails }

/** Where the newest code went, and the other address by which this person may prove themselves, if they gave one. */
const addressesOf = async (open: OpenVisit): Promise<Addresses> => {
  const claim = await findClaim(open.db, claimIdOf(open))
  const { channel } = await findCodeStanding(open.db, claimIdOf(open), open.now)
  const details = claim?.details ?? {}
  const offered = channelsOf(open.policy)
  const current = channel ?? firstChannel(details, offered) ?? 'email'
  const others = offered.filter((one) => one !== current)
  return { current, other: firstChannel(details, others), details }
}

const send = async (open: OpenVisit, channel: Channel): Promise<StepResult> => {
  const { db, session } = open
  const minted = await inTransaction(db, (tx) =>
    mintCode(tx, { claimId: claimIdOf(open), sessionId: session.id, language: session.language, channel }),
  )
  if (minted.ok) return notify('code_sent')
  return notify(minted.reason === 'too_many' ? 'code_too_many' : 'code_too_soon')
}

const resend = async (open: OpenVisit, action: string): Promise<StepResult> => {
  const { current, other } = await addressesOf(open)
  return send(open, action === 'other' ? (other ?? current) : current)
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

/** The person proves an address by the code that was sent to it (S3). */
export const verifyStep: StepModule<'verify'> = {
  view: async (open) => {
    const { channel: _, ...standing } = await findCodeStanding(open.db, claimIdOf(open), open.now)
    const { current, other, details } = await addressesOf(open)
    return {
      step: 'verify',
      channel: current,
      sentTo: maskAddress(current, details[current] ?? ''),
      other: other && { channel: other, to: maskAddress(other, details[other] ?? '') },
      lifeMinutes: codeLifeMs / minuteMs,
      ...standing,
    }
  },
  submit: async (open, form) => {
    const action = form.get('action')
    if (action === 'resend' || action === 'other') return resend(open, action)
    const code = form.get('code').replace(/\D/g, '')
    if (code === '') return refuse([{ field: 'code', code: 'code_missing' }])
    // A slip that cannot be the code costs no try.
    if (code.length !== codeDigits) return refuse([{ field: 'code', code: 'code_shape' }])
    const { db, session, now } = open
    const claimId = claimIdOf(open)
    return inTransaction(db, async (tx): Promise<StepResult> => {
      const redeemed = await redeemCode(tx, { claimId, code, now })
      if (!redeemed.ok) return refuse([await codeError(tx, open, redeemed.reason)])
      const facts = { ...session.facts, verified: { at: now.toISOString(), claimId } }
      return stepRecorded(await recordFact(tx, open, facts, { name: 'identity_verified', step: 'verify' }))
    })
  },
}
