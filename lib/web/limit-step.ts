import type { OpenVisit } from '#lib/flow/open-visit.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { takeTurns } from './take-turns.ts'

const limitedForms = {
  identity: 'identity',
  verify: 'code',
  login: 'login',
  files: 'login',
  mfa: 'login',
} as const

const isLimited = (step: StepId): step is keyof typeof limitedForms => step in limitedForms

const whoOf = ({ session }: OpenVisit) => ({ tenant: session.tenantId, sessionId: session.id })

/** Counts a form that costs a mail, a try at a code or a try at a bank. Throws `too_many_requests`. */
export const limitForm = async (request: Request, open: OpenVisit, step: StepId): Promise<void> => {
  if (isLimited(step)) await takeTurns(request, limitedForms[step], whoOf(open))
}

/** Counts a search in the list of institutions. Throws `too_many_requests`. */
export const limitSearch = async (request: Request, open: OpenVisit): Promise<void> => {
  if (new URL(request.url).searchParams.has('q')) await takeTurns(request, 'search', whoOf(open))
}
