import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import { currentStep } from '#lib/journey/journey.ts'
import { openSession } from '#lib/sessions/open-session.ts'
import type { SessionOutcome } from '#lib/sessions/session.ts'
import { getReturnSigningSecret } from '#lib/tenants/return-signing-store.ts'
import { signReturnUrl } from '#lib/tenants/sign-return-url.ts'
import { customFailureUrl, reasonOf, withParameters } from './custom/custom-return.ts'
import { endVisit } from './end-visit.ts'
import { problemOf } from './login-problem.ts'
import { type OpenVisit, visitOfSession } from './open-visit.ts'

type Params = Readonly<Record<string, string>>

const institutionParam = async (id: number | undefined): Promise<Params> => {
  const institution = id === undefined ? null : await findInstitution(id)
  return institution ? { institution: institution.upstreamKey } : {}
}

/** Why a visit that shared nothing came back, in OAuth's manner: the reason for programs, the fault where a bank gave one. */
const failureParams = async (open: OpenVisit, outcome: SessionOutcome): Promise<Params> => {
  const fault = open.visit.needsReview ? 'needs_review' : problemOf(open)?.fault
  const chosen = await institutionParam(open.session.facts.institution?.institutionId)
  return { error: outcome, ...(fault ? { error_description: fault } : {}), ...chosen }
}

/** What a finished visit has connected, by the names that an address has for it; empty where nothing was. */
export const successParams = async ({ db, connection }: OpenVisit): Promise<Params> => {
  if (!connection) return {}
  const chosen = (await listAccounts(db, connection.id)).filter((account) => account.isChosen)
  const accountId = chosen.map((account) => account.id).join(',')
  return { loginId: connection.loginId, ...(await institutionParam(connection.institutionId)), accountId }
}

/** To a tenant's own screens, in OAuth's manner and unsigned: what they trust is the `state` they sent. */
const customReturnUrlOf = (
  { visit, connection, ...open }: OpenVisit,
  to: string,
  outcome: SessionOutcome,
) => {
  if (outcome === 'finished' && connection) return withParameters(to, { loginId: connection.loginId })
  if (visit.needsReview) return customFailureUrl(to, 'needs_review')
  const fault = problemOf({ ...open, visit, connection })?.fault ?? null
  return customFailureUrl(to, reasonOf(outcome, fault))
}

/** Where the browser goes at the end: the tenant's address with the outcome, signed so that its server can trust it. */
export const returnUrlOf = async (open: OpenVisit): Promise<string> => {
  const { id, returnUrl, tag } = open.session
  if (returnUrl === null) return `/connect/${id}/done`
  const outcome = open.session.outcome ?? 'cancelled'
  if (open.session.front === 'custom') return customReturnUrlOf(open, returnUrl, outcome)
  const told = outcome === 'finished' ? await successParams(open) : await failureParams(open, outcome)
  const params = { ...told, ...(tag === null ? {} : { tag }) }
  const secret = await getReturnSigningSecret(open.db)
  return signReturnUrl({ returnUrl, params, secret })
}

/** A visit that is due at its closing page has done all that was asked; one that leaves earlier is cancelled, or has failed. */
const outcomeOf = (open: OpenVisit): SessionOutcome => {
  if (currentStep(open.visit) === 'done') return 'finished'
  if (open.visit.needsReview) return 'failed'
  const retry = problemOf(open)?.retry
  return retry === 'never' || retry === 'later' ? 'failed' : 'cancelled'
}

/** The one way out: ends the visit if nothing has, and answers where to go. Leaving twice leads to the same place. */
export const leave = async (open: OpenVisit, proof: string): Promise<string> => {
  await inTransaction(open.db, (tx) => endVisit(tx, open, outcomeOf(open)))
  const again = await openSession(open.session.id, proof, open.now)
  return returnUrlOf(again.ok ? await visitOfSession(again.value, open.now) : open)
}
