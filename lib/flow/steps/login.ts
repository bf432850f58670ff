import { z } from 'zod'
import { type Credentials, noSecrets } from '#lib/connections/attempt-secrets.ts'
import { findAttempt, moveAttempt } from '#lib/connections/attempt-store.ts'
import { startAttempt } from '#lib/connections/start-attempt.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { toLoginWords } from '#lib/institutions/login-words.ts'
import type { Way } from '#lib/institutions/route.ts'
import { forget } from '#lib/journey/journey.ts'
import { type AttemptId, mintId } from '#lib/kit/ids.ts'
import { askBank } from '../ask-bank.ts'
import { windowPassOf } from '../bank-window.ts'
import { chooseWay, isAnotherWay } from '../choose-way.ts'
import { getChosenInstitution, institutionRowOf } from '../chosen-institution.ts'
import { formerUsername } from '../former-username.ts'
import { hasBankPage } from '../has-bank-page.ts'
import { problemOf } from '../login-problem.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { seenOf } from '../seen.ts'
import { notify, refuse, type StepForm, type StepModule, stepDone } from '../step-module.ts'
import type { FieldError, LoginProblem } from '../view.ts'
import { findVisitConsent } from '../visit-consent.ts'

const longest = 200

const loginSchema = z.object({
  username: z.string().trim().min(1).max(longest),
  password: z.string().min(1).max(longest),
})

type Try = {
  readonly institution: Institution
  readonly way: Way
  readonly consentId: string
  readonly credentials: Credentials
}

/** The fact and the attempt in one transaction, before the bank hears a word; an older try is given up. */
const begin = async (
  open: OpenVisit,
  { institution, way, consentId, credentials }: Try,
): Promise<AttemptId> => {
  const { db, session, now } = open
  const id: AttemptId = mintId('att')
  const facts = { ...forget(session.facts, 'login'), attempt: { at: now.toISOString(), attemptId: id } }
  await inTransaction(db, async (tx) => {
    await recordFact(tx, open, facts, { name: 'login_submitted', step: 'login' })
    if (open.attempt) await moveAttempt(tx, { id: open.attempt.id, to: 'abandoned' }, noSecrets)
    await startAttempt(tx, {
      id,
      sessionId: session.id,
      consentId,
      institutionId: institution.id,
      way,
      credentials,
      now,
    })
  })
  return id
}

/** A bank that could not be reached may be reached over another way. */
const leadsAnotherWay = async (open: OpenVisit, problem: LoginProblem | null): Promise<boolean> => {
  const { attempt, db, policy } = open
  const institution = await getChosenInstitution(open)
  const isChosen = attempt?.institutionId === institution.id
  if (!attempt || !isChosen || problem?.retry !== 'later' || !institution.connectorId) return false
  return isAnotherWay(db, institution, attempt, policy.institutionRules.connectors)
}

const errorsOf = (form: StepForm): FieldError[] =>
  ['username', 'password'].flatMap((field) => {
    const typed = form.get(field)
    if (typed.trim() === '') return { field, code: `${field}_missing` }
    return typed.length > longest ? { field, code: `${field}_too_long`, values: { max: longest } } : []
  })

/** Credentials go to the vault and to the bank, and to no other place: not even back into the page. */
export const loginStep: StepModule<'login'> = {
  view: async (open) => {
    const institution = await getChosenInstitution(open)
    const problem = problemOf(open)
    return {
      step: 'login',
      institution: await institutionRowOf(institution, open),
      words: toLoginWords(institution.loginWords, open.session.language),
      formerUsername: await formerUsername(open),
      problem,
      isAnotherWay: await leadsAnotherWay(open, problem),
      bankUrl: problem?.fault === 'must_act_at_bank' ? institution.url : null,
      acceptsFiles: open.policy.acceptsFiles && !open.visit.isBankFixed,
      bankPage: (await hasBankPage(open)) ? { pass: await windowPassOf(open) } : null,
    }
  },
  submit: async (open, form) => {
    if (form.get('seen') !== seenOf(open)) return stepDone
    const parsed = loginSchema.safeParse({ username: form.get('username'), password: form.get('password') })
    if (!parsed.success) return refuse(errorsOf(form))
    const institution = await getChosenInstitution(open)
    const consentId = (await findVisitConsent(open))?.id
    if (!consentId) return notify('consent_changed')
    if (!institution.connectorId || institution.disabledAt)
      return refuse([{ field: 'username', code: 'institution_off' }])
    const credentials = { ...parsed.data, language: open.session.language }
    const sessionId = open.session.id
    const allowed = open.policy.institutionRules.connectors
    const way = await chooseWay(open.db, institution, { sessionId, needs: 'formLogin', allowed })
    const id = await begin(open, { institution, way, consentId, credentials })
    const attempt = await findAttempt(open.db, id)
    if (attempt)
      await askBank(open.db, attempt, (login, ctx) =>
        login.submit(ctx, { institution: way.upstreamKey, ...credentials }),
      )
    return stepDone
  },
}
