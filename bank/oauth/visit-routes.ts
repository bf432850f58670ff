import { z } from 'zod'
import { BankError } from '../bank-error.ts'
import { accountsOf } from '../ledger/account.ts'
import { answerLogin } from '../login/answer-login.ts'
import type { LoginSession } from '../login/login-session.ts'
import { progressOf } from '../login/progress.ts'
import { resendCode } from '../login/resend-code.ts'
import { getSession } from '../login/session-store.ts'
import { getCustomer, startLogin } from '../login/start-login.ts'
import { consentPage } from '../pages/consent-page.ts'
import { questionsPage, waitingPage } from '../pages/questions-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import { leavingHtml, type Reply, seeOther } from '../reply.ts'
import type { BankRequest, Route } from '../router.ts'
import { meetTrouble } from '../trouble.ts'
import type { BankWorld } from '../world.ts'
import { consentRequestOf } from './consent-request.ts'
import { keep } from './door.ts'
import { giveConsent } from './give-consent.ts'
import { endVisit, type OpenVisit, openVisit } from './open-visit.ts'
import { sayError } from './visit-words.ts'

type Step = (world: BankWorld, visit: OpenVisit, request: BankRequest) => Reply | Promise<Reply>

const pages =
  (step: Step) =>
  async (world: BankWorld, request: BankRequest): Promise<Reply> => {
    const visit = await openVisit(world, request)
    return visit === null ? seeOther('/') : step(world, visit, request)
  }

const saidOf = (error: unknown, { view }: OpenVisit): string => {
  if (error instanceof BankError) return sayError(error.code, view.language)
  throw error
}

const startAgain = (visit: OpenVisit, error: unknown, typed?: string): Reply => {
  keep(visit.door.desk.visits, visit.uid, { language: visit.view.language, sessionId: null })
  return leavingHtml(signInPage(visit.view, saidOf(error, visit), typed), 422)
}

const denied = { error: 'access_denied', error_description: 'the customer shares nothing' }

const consentOf = async (world: BankWorld, visit: OpenVisit, session: LoginSession, error?: string) => {
  const { customer } = session
  if (customer.persona.oauth?.isConsentDenied) return endVisit(world, visit, denied)
  const request = consentRequestOf(visit.params)
  const page = consentPage({ view: visit.view, request, accounts: accountsOf(customer), error })
  return leavingHtml(page, error === undefined ? 200 : 422)
}

/** Where the visit stands: sign-in, questions, a wait, or the consent. */
const stand = async (world: BankWorld, visit: OpenVisit, error?: string): Promise<Reply> => {
  const { view, sessionId } = visit
  if (sessionId === null) return leavingHtml(signInPage(view))
  const session = getSession(world, sessionId)
  const state = progressOf(world, session)
  if (state.status === 'waiting') return leavingHtml(waitingPage(view))
  if (state.status === 'linked') return consentOf(world, visit, session)
  return leavingHtml(questionsPage(view, state.challenges, error), error === undefined ? 200 : 422)
}

const show: Step = (world, visit) => stand(world, visit).catch((error) => startAgain(visit, error))

const credentialsSchema = z.object({ username: z.string().max(200), password: z.string().max(200) })

const signIn: Step = async (world, visit, request) => {
  const { username, password } = credentialsSchema.parse(await request.readForm())
  const { door, view } = visit
  const { language } = view
  try {
    const customer = getCustomer(world, { institution: door.institution.key, username, password, language })
    const spoilt = await meetTrouble(world, customer, 'login')
    if (spoilt) return spoilt
    const { id: sessionId } = startLogin(world, customer, language)
    keep(door.desk.visits, visit.uid, { language, sessionId })
  } catch (error) {
    return startAgain(visit, error, username)
  }
  return seeOther(view.path)
}

const answer: Step = async (world, visit, request) => {
  try {
    const fields = await request.readFields()
    const session = getSession(world, visit.sessionId)
    const spoilt = await meetTrouble(world, session.customer, 'answer')
    if (spoilt) return spoilt
    const ids = [...new Set(fields.keys())]
    answerLogin(
      world,
      session,
      ids.map((id) => ({ id, values: fields.getAll(id) })),
    )
  } catch (error) {
    return stand(world, visit, saidOf(error, visit)).catch(() => startAgain(visit, error))
  }
  return seeOther(visit.view.path)
}

const resend: Step = (world, visit) => {
  resendCode(world, getSession(world, visit.sessionId))
  return seeOther(visit.view.path)
}

const chooseSome = {
  en: 'Choose at least one account, or deny.',
  fr: 'Choisissez au moins un compte, ou refusez.',
}

const decide: Step = async (world, visit, request) => {
  const fields = await request.readFields()
  if (fields.get('decision') !== 'allow') return endVisit(world, visit, denied)
  const session = getSession(world, visit.sessionId)
  if (progressOf(world, session).status !== 'linked') return seeOther(visit.view.path)
  const { customer } = session
  const accountIds = fields.getAll('accounts')
  const hasChoice = accountsOf(customer).some(({ plan }) => plan.status !== 'NOT_SHAREABLE')
  if (hasChoice && accountIds.length === 0) {
    return consentOf(world, visit, session, chooseSome[visit.view.language])
  }
  const { clientId, params } = visit
  const now = world.clock.now()
  return endVisit(
    world,
    visit,
    await giveConsent(visit.door, { customer, clientId, params, accountIds, now }),
  )
}

const cancel: Step = (world, visit) => endVisit(world, visit, denied)

const visitPath = '/oauth/:door/interaction/:uid'

/** The pages between a portal's authorization request and the answer to it. */
export const visitRoutes: readonly Route[] = [
  { method: 'GET', pattern: visitPath, handle: pages(show) },
  { method: 'POST', pattern: `${visitPath}/sign-in`, handle: pages(signIn) },
  { method: 'POST', pattern: `${visitPath}/answers`, handle: pages(answer) },
  { method: 'POST', pattern: `${visitPath}/resend`, handle: pages(resend) },
  { method: 'POST', pattern: `${visitPath}/consent`, handle: pages(decide) },
  { method: 'POST', pattern: `${visitPath}/cancel`, handle: pages(cancel) },
]
