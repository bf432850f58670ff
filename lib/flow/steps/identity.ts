import { inTransaction } from '#lib/db/tenant-db.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { type ClaimDetails, claimDetailsSchema } from '#lib/identity/identity.ts'
import { mintCode } from '#lib/identity/mint-code.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { forget } from '#lib/journey/journey.ts'
import { recordFact } from '../record-fact.ts'
import { refuse, type StepForm, type StepModule, stepDone } from '../step-module.ts'
import type { FieldError } from '../view.ts'

const read = (form: StepForm): Record<keyof ClaimDetails, string> => ({
  fullName: form.get('fullName'),
  email: form.get('email'),
})

const wordOf: Readonly<Record<string, string>> = { fullName: 'name', email: 'email' }

const errorsOf = (typed: Record<string, string>, issues: readonly { path: PropertyKey[] }[]): FieldError[] =>
  [...new Set(issues.map((issue) => String(issue.path[0])))].map((field) => ({
    field,
    code: `${wordOf[field]}_${typed[field]?.trim() ? 'invalid' : 'missing'}`,
  }))

const isSame = (a: ClaimDetails, b: ClaimDetails): boolean => a.fullName === b.fullName && a.email === b.email

/** Who the person says they are. A changed address must be proven anew; an unchanged one need not. */
export const identityStep: StepModule<'identity'> = {
  view: async ({ db, session, policy }) => {
    const claim = session.facts.identity ? await findClaim(db, session.facts.identity.claimId) : null
    const fields = policy.identityFields.map(({ name, required }) => ({
      name,
      isRequired: required,
      value: claim?.details[name] ?? '',
    }))
    return { step: 'identity', fields }
  },
  submit: async (open, form) => {
    const { db, session, now } = open
    const typed = read(form)
    const parsed = claimDetailsSchema.safeParse(typed)
    if (!parsed.success) return refuse(errorsOf(typed, parsed.error.issues), typed)
    const known = session.facts.identity ? await findClaim(db, session.facts.identity.claimId) : null
    if (known && isSame(known.details, parsed.data)) return stepDone
    await inTransaction(db, async (tx) => {
      const { claimId } = await recordClaim(tx, { sessionId: session.id, details: parsed.data })
      await mintCode(tx, { claimId, sessionId: session.id, language: session.language })
      const identity = { at: now.toISOString(), claimId }
      await recordFact(
        tx,
        open,
        { ...forget(session.facts, 'identity'), identity },
        { name: 'identity_given', step: 'identity' },
      )
    })
    return stepDone
  },
}
