import { isDeepStrictEqual } from 'node:util'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { controlsOf } from '#lib/identity/controls.ts'
import type { Typed } from '#lib/identity/fields/reading.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { type ClaimDetails, firstChannel } from '#lib/identity/identity.ts'
import { mintCode } from '#lib/identity/mint-code.ts'
import { channelsOf, isNeeded, readClaim } from '#lib/identity/read-claim.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { forget } from '#lib/journey/journey.ts'
import type { Session } from '#lib/sessions/session.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { askHolderAgain } from '../check-holder.ts'
import type { IdentityField, IdentityView } from '../identity-view.ts'
import { countedForm, knownIdentity } from '../known-identity.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { refuse, type StepForm, type StepModule, stepDone, stepRecorded } from '../step-module.ts'

const allOf = ({ policy }: OpenVisit, form: StepForm): Typed =>
  Object.fromEntries(
    policy.identityFields
      .flatMap(({ name }) => controlsOf[name])
      .map((control) => [control, form.get(control)]),
  )

const isSaid = async ({ db, session }: OpenVisit, details: ClaimDetails): Promise<boolean> => {
  const { identity } = session.facts
  const claim = identity ? await findClaim(db, identity.claimId) : null
  return claim !== null && isDeepStrictEqual(claim.details, details)
}

const record = async (tx: TenantDb, open: OpenVisit, details: ClaimDetails): Promise<Session> => {
  const { session, policy, now } = open
  const { claimId } = await recordClaim(tx, { sessionId: session.id, details })
  const channel = firstChannel(details, channelsOf(policy))
  if (channel) await mintCode(tx, { claimId, sessionId: session.id, language: session.language, channel })
  const identity = { at: now.toISOString(), claimId }
  const facts = { ...forget(session.facts, 'identity'), identity }
  const recorded = await recordFact(tx, open, facts, { name: 'identity_given', step: 'identity' })
  await askHolderAgain(tx, open)
  return recorded
}

/** The mail comes first wherever it is given; a phone that must be given does not say that the code goes there. */
export const codeGoesTo = (policy: FlowPolicy): IdentityView['codeGoesTo'] => {
  const [first, second] = channelsOf(policy)
  if (first === undefined) return 'none'
  if (second === undefined || isNeeded(policy, first)) return first
  return isNeeded(policy, second) ? 'any' : 'either'
}

/** Who the person says they are. A changed address must be proven anew; an unchanged one need not. */
export const identityStep: StepModule<'identity'> = {
  view: async (open) => {
    const known = await knownIdentity(open)
    const fields = open.policy.identityFields.map(({ name }): IdentityField => {
      const values = Object.fromEntries(
        controlsOf[name].map((control) => [control, known.typed[control] ?? '']),
      )
      return { name, isRequired: isNeeded(open.policy, name), isLocked: known.locked.has(name), values }
    })
    return { step: 'identity', fields, codeGoesTo: codeGoesTo(open.policy) }
  },
  submit: async (open, form) => {
    const typed = countedForm(await knownIdentity(open), allOf(open, form))
    const read = readClaim(open.policy, typed, open.now)
    if (!read.ok) return refuse(read.reason, typed)
    if (await isSaid(open, read.value)) return stepDone
    return stepRecorded(await inTransaction(open.db, (tx) => record(tx, open, read.value)))
  },
}
