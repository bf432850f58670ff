import { openVisit } from '#lib/flow/open-visit.ts'
import { submitStep } from '#lib/flow/submit-step.ts'
import type { StepView } from '#lib/flow/view.ts'
import { viewStep } from '#lib/flow/view-step.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import type { BuiltTenant } from '#prisma/builders/a-tenant.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

export type Visitor = {
  readonly email: string
  /** At the sandbox bank. */
  readonly username: string
  readonly code: () => string | undefined
}

/** What a person sends from a page; null while there is nothing to send yet. */
const fieldsFor = (view: StepView, seen: string, { email, username, code }: Visitor): Fields | null => {
  if (view.step === 'identity') return { fullName: 'Zoë Côté', email }
  if (view.step === 'verify') {
    const told = code()
    return told === undefined ? null : { code: told }
  }
  if (view.step === 'consent')
    return { decision: 'agree', scope: 'transactions_90', document: view.documentHash, terms: 'on' }
  if (view.step === 'institution') return { institutionId: '14' }
  if (view.step === 'login') return { username, password: 'Everyday', seen }
  if (view.step === 'accounts') return { account: view.accounts.map(({ id }) => id) }
  return null
}

const formOf = (fields: Fields) => ({
  get: (name: string) => [fields[name] ?? ''].flat()[0] ?? '',
  all: (name: string) => [fields[name] ?? []].flat(),
})

/** A visit from its first page to its last, each page asked for and each form sent. Answers its id. */
export const wholeVisit = async (tenant: BuiltTenant, visitor: Visitor): Promise<string> => {
  const { id, proof } = await aSession(tenant)
  let due: StepId = 'identity'
  for (;;) {
    const open = await openVisit(id, proof)
    if (!open.ok) throw new Error(open.reason)
    const page = await viewStep(open.value, due, new URLSearchParams(due === 'institution' ? 'q=credit' : ''))
    if (!page.ok) due = page.reason
    else if (page.value.view.step === 'done') return id
    else {
      const { view, frame } = page.value
      const fields = fieldsFor(view, frame.seen, visitor)
      if (fields === null) continue
      const { step } = await submitStep(open.value, proof, due, formOf(fields))
      if (step === due) throw new Error(`${due} was refused`)
      due = step
    }
  }
}
