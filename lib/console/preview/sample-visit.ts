import { asksHolder } from '#lib/identity/holder-check.ts'
import type { Facts } from '#lib/journey/facts.ts'
import { orderPresets } from '#lib/journey/order-presets.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import type { AttemptStanding, Visit } from '#lib/journey/visit.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'

const at = '2026-11-24T12:00:00.000Z'

const known = {
  identity: { identity: { at, claimId: 'idc_sample' } },
  verify: { verified: { at, claimId: 'idc_sample' } },
  consent: { consent: { at, consentId: 'con_sample', decision: 'given', optional: [] } },
  institution: { institution: { at, institutionId: 1 } },
  login: { attempt: { at, attemptId: 'att_sample' } },
  accounts: { accounts: { at, accountIds: ['one'] } },
} as const satisfies Partial<Record<StepId, Facts>>

const standings: Partial<Record<StepId, AttemptStanding>> = {
  mfa: { status: 'challenged', hasAccounts: false },
  connecting: { status: 'working', hasAccounts: false },
  review: { status: 'linked', hasAccounts: true },
  accounts: { status: 'linked', hasAccounts: true },
  done: { status: 'linked', hasAccounts: true },
}

/** Files are brought in place of a sign-in, so who does so has said it when they chose the bank. */
const byFiles = ({ attempt: _, ...facts }: Facts): Facts => ({
  ...facts,
  institution: { ...known.institution.institution, byFiles: true },
})

/** A visit that has just come to `step`: what comes before it in the order is done, and nothing else. */
export const sampleVisit = (policy: FlowPolicy, step: StepId): Visit => {
  const order = orderPresets[policy.preset]
  const before = order.slice(0, Math.max(0, order.indexOf(step)))
  const done: Facts = Object.assign({}, ...before.map((id) => known[id as keyof typeof known] ?? {}))
  return {
    preset: policy.preset,
    facts: step === 'files' ? byFiles(done) : done,
    asksIdentity: policy.identityFields.length > 0,
    asksProof: policy.identityProof !== 'none',
    asksAccounts: true,
    attempt: standings[step] ?? null,
    needsReview: step === 'review' && asksHolder(policy),
    hasEnded: step === 'done',
  }
}
