import { inTransaction } from '#lib/db/tenant-db.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { type ClaimDetails, claimDetailsSchema } from '#lib/identity/identity.ts'
import { mintCode } from '#lib/identity/mint-code.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { forget } from '#lib/journey/journey.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { recordFact } from '../record-fact.ts'
import { refuse, type StepForm, type StepModule, stepDone } from '../step-module.ts'
import type { FieldError } from '../view.ts'

type Known = FlowPolicy['identityFields'][number] & { readonly name: 'fullName' | 'email' }
type Asked = readonly Known[]

const askedOf = ({ identityFields }: FlowPolicy): Asked =>
  identityFields.filter((field): field is Known => field.name === 'fullName' || field.name === 'email')

/** Only what the tenant asks for, and of that only what was filled in. */
const read = (form: StepForm, asked: Asked): Record<string, string> =>
  Object.fromEntries(
    asked.map(({ name }) => [name, form.get(name)]).filter(([, typed]) => typed?.trim() !== ''),
  )

/** An address that is asked for is needed: the code goes there. */
const isNeeded = ({ name, required }: Asked[number]): boolean => required || name === 'email'

const wordOf: Readonly<Record<string, string>> = { fullName: 'name', email: 'email' }

const errorsOf = (asked: Asked, typed: Record<string, string>): FieldError[] => {
  const parsed = claimDetailsSchema.safeParse(typed)
  const invalid = new Set((parsed.error?.issues ?? []).map((issue) => String(issue.path[0])))
  return asked.flatMap((field) => {
    if (invalid.has(field.name)) return { field: field.name, code: `${wordOf[field.name]}_invalid` }
    const isMissing = isNeeded(field) && typed[field.name] === undefined
    return isMissing ? { field: field.name, code: `${wordOf[field.name]}_missing` } : []
  })
}

const isSame = (a: ClaimDetails, b: ClaimDetails): boolean => a.fullName === b.fullName && a.email === b.email

/** Who the person says they are. A changed address must be proven anew; an unchanged one need not. */
export const identityStep: StepModule<'identity'> = {
  view: async ({ db, session, policy }) => {
    const claim = session.facts.identity ? await findClaim(db, session.facts.identity.claimId) : null
    const fields = askedOf(policy).map(({ name, required }) => ({
      name,
      isRequired: isNeeded({ name, required }),
      value: claim?.details[name] ?? '',
    }))
    return { step: 'identity', fields }
  },
  submit: async (open, form) => {
    const { db, session, policy, now } = open
    const typed = read(form, askedOf(policy))
    const errors = errorsOf(askedOf(policy), typed)
    if (errors.length > 0) return refuse(errors, typed)
    const details = claimDetailsSchema.parse(typed)
    const known = session.facts.identity ? await findClaim(db, session.facts.identity.claimId) : null
    if (known && isSame(known.details, details)) return stepDone
    await inTransaction(db, async (tx) => {
      const { claimId } = await recordClaim(tx, { sessionId: session.id, details })
      if (details.email) await mintCode(tx, { claimId, sessionId: session.id, language: session.language })
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
