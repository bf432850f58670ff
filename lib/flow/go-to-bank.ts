import { setTimeout as delay } from 'node:timers/promises'
import { standingOf } from '#lib/connections/attempt.ts'
import { type BankPage, noSecrets, openBankPage, sealBankPage } from '#lib/connections/attempt-secrets.ts'
import { findAttempt, moveAttempt } from '#lib/connections/attempt-store.ts'
import { callConnector } from '#lib/connections/connector-call.ts'
import { redirectLifeMs, startRedirect } from '#lib/connections/start-redirect.ts'
import type { RedirectStart } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import type { Way } from '#lib/institutions/route.ts'
import { forget, mayVisit } from '#lib/journey/journey.ts'
import { later, secondMs } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { type AttemptId, mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import { findSession } from '#lib/sessions/session-store.ts'
import { applyProgress } from './apply-progress.ts'
import { bankTimeoutMs } from './ask-bank.ts'
import { wayProofOf } from './bank-window.ts'
import { chooseWay } from './choose-way.ts'
import { getChosenInstitution } from './chosen-institution.ts'
import type { OpenVisit } from './open-visit.ts'
import { recordFact, StaleVisitError } from './record-fact.ts'
import { seenOf } from './seen.ts'
import { findVisitConsent } from './visit-consent.ts'

/** Where the browser goes: to the bank, with what it must hold to come back; or, null, to the step that is due. */
export type WayToBank = {
  readonly url: string
  readonly attemptId: string
  readonly proof: string
} | null

/** Two clicks lead to one page of the bank, as long as the second can be nothing but a second click. */
const secondClickMs = 5 * secondMs

/** How long the person waits for a bank to name its page, before one of ours says that we wait. */
const patienceMs = 8 * secondMs

type Begun = { readonly id: AttemptId; readonly state: string; readonly way: Way }

/** The fact and the attempt in one transaction, before the bank hears a word; an older try is given up. */
const begin = async (open: OpenVisit, way: Way, consentId: string): Promise<Begun> => {
  const { db, session, now } = open
  const id = mintId('att')
  const facts = { ...forget(session.facts, 'login'), attempt: { at: now.toISOString(), attemptId: id } }
  const institutionId = session.facts.institution?.institutionId ?? 0
  const state = await inTransaction(db, async (tx) => {
    await recordFact(tx, open, facts, { name: 'bank_page_opened', step: 'login' })
    if (open.attempt) await moveAttempt(tx, { id: open.attempt.id, to: 'abandoned' }, noSecrets)
    return startRedirect(tx, { id, sessionId: session.id, consentId, institutionId, way, now })
  })
  return { id, state, way }
}

/** Where a bank sends the person back: as registered with it, and the same for every visit. */
export const callbackUrl = (connectorId: string): string =>
  new URL(`/callback/${connectorId}`, env().PUBLIC_URL).href

const askForPage = async (open: OpenVisit, { state, way }: Begun): Promise<Outcome<RedirectStart, Fault>> => {
  const { db, session, now } = open
  const consent = await findVisitConsent(open)
  return callConnector(db, way, bankTimeoutMs, async ({ redirectLogin }, ctx) =>
    redirectLogin
      ? redirectLogin.start(ctx, {
          institution: way.upstreamKey,
          language: session.language,
          redirectUri: callbackUrl(way.connectorId),
          state,
          scopes: consent?.scopes ?? [],
          consentEndsAt: consent?.expiresAt ?? now,
        })
      : failed<Fault>({ code: 'institution_disabled' }),
  )
}

const wayOf = async (open: OpenVisit, attemptId: string, { url }: BankPage): Promise<WayToBank> => ({
  url,
  attemptId,
  proof: await wayProofOf(open, attemptId),
})

const send = async (open: OpenVisit, begun: Begun): Promise<WayToBank> => {
  const { db } = open
  const attempt = await findAttempt(db, begun.id)
  const started = await askForPage(open, begun)
  if (!attempt) return null
  if (!started.ok) {
    await applyProgress(db, attempt, started)
    return null
  }
  const { url, state, expiresAt: goodUntil } = started.value
  const page = { url, state, goodUntil }
  const isSent = await moveAttempt(
    db,
    { id: begun.id, to: 'redirected', from: ['created'] },
    {
      stateSealed: await sealBankPage(db, begun.id, page),
      deadlineAt: later(new Date(), redirectLifeMs),
    },
  )
  return isSent ? wayOf(open, begun.id, page) : null
}

/** The address to which the first of two clicks leads, waited for while that one is on its way. */
const samePage = async (open: OpenVisit, attemptId: string): Promise<WayToBank> => {
  const until = Date.now() + secondClickMs
  for (;;) {
    const row = await findAttempt(open.db, attemptId)
    const attempt = row && standingOf(row, new Date())
    const page = attempt && (await openBankPage(open.db, attempt))
    if (page) return wayOf(open, attemptId, page)
    if (attempt?.status !== 'created' || Date.now() > until) return null
    await delay(50)
  }
}

const isSecondClick = ({ attempt, now }: OpenVisit): boolean =>
  attempt?.status === 'created' ||
  (attempt?.status === 'redirected' && now < later(attempt.movedAt, secondClickMs))

/** Null where a bank may not be asked now: the page that is due says why. */
const sendAnew = async (open: OpenVisit): Promise<WayToBank> => {
  const consent = await findVisitConsent(open)
  const institution = await getChosenInstitution(open)
  if (!consent || !institution.connectorId || institution.disabledAt) return null
  const way = await chooseWay(open.db, institution, {
    sessionId: open.session.id,
    needs: 'redirectLogin',
    allowed: open.policy.institutionRules.connectors,
  })
  try {
    const sent = send(open, await begin(open, way, consent.id))
    return await Promise.race([sent, delay(patienceMs, null, { ref: false })])
  } catch (thrown) {
    if (!(thrown instanceof StaleVisitError)) throw thrown
    const now = await findSession(open.db, open.session.id)
    return now?.facts.attempt ? samePage(open, now.facts.attempt.attemptId) : null
  }
}

/**
 * Sends the person to the page at which the bank lets them sign in. `seen` names the try that their page was made for: a
 * second click leads to the same page of the bank, and a page that is older than that to a new one, unless the try has
 * come further meanwhile.
 */
export const goToBank = async (open: OpenVisit, seen: string): Promise<WayToBank> => {
  if (!mayVisit(open.visit, 'login')) return null
  const { attempt } = open
  if (seen === seenOf(open)) return sendAnew(open)
  if (attempt && isSecondClick(open)) return samePage(open, attempt.id)
  return attempt?.status === 'redirected' ? sendAnew(open) : null
}
