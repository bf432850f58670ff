import type { Attempt } from '#lib/connections/attempt.ts'
import { openChallenges, openState } from '#lib/connections/attempt-secrets.ts'
import { moveAttempt } from '#lib/connections/attempt-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { later, secondMs } from '#lib/kit/clock.ts'
import { waitingLifeMs } from '../apply-progress.ts'
import { askBank } from '../ask-bank.ts'
import { windowPassOf } from '../bank-window.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import type { OpenVisit } from '../open-visit.ts'
import { secondsUntil } from '../seconds-until.ts'
import type { StepModule } from '../step-module.ts'
import type { ViewOf } from '../view.ts'

/** A bank is asked for news at most this often, however many tabs are looking. */
const askEveryMs = 1_500
const refreshSeconds = 3
const slowMs = 20 * secondMs

/**
 * Asks a bank that makes us wait for news, if it is time. The swap on `movedAt` lets one request through; the others
 * only read what it found.
 */
export const pollBank = async ({ db, attempt, now }: OpenVisit): Promise<boolean> => {
  if (attempt?.status !== 'working' || now.getTime() - attempt.movedAt.getTime() < askEveryMs) return false
  const state = await openState(db, attempt)
  if (!state) return false
  const isMine = await moveAttempt(db, {
    id: attempt.id,
    to: 'working',
    from: ['working'],
    movedAt: attempt.movedAt,
  })
  if (isMine) await askBank(db, attempt, (login, ctx) => login.poll(ctx, state))
  return isMine
}

/** What the bank asks to be approved, if that is what it waits for. */
const approvalOf = async (db: TenantDb, attempt: Attempt): Promise<ViewOf<'connecting'>['approval']> => {
  const challenges = await openChallenges(db, attempt)
  const asked = challenges.find(({ kind }) => kind === 'approve_in_app')
  return asked ? { prompt: asked.prompt, language: asked.language, link: asked.link ?? null } : null
}

/** The person is on their way to the bank's own page, or there. */
export const isAtBankPage = (attempt: Attempt | null): boolean =>
  attempt?.status === 'created' || attempt?.status === 'redirected'

const waitingFor = (attempt: Attempt | null, isApproval: boolean): ViewOf<'connecting'>['waitingFor'] => {
  if (attempt?.status === 'linked') return 'accounts'
  if (isAtBankPage(attempt)) return 'page'
  return isApproval ? 'approval' : 'bank'
}

/** Shown only while a bank, or the reading of its accounts, makes us wait; it can always be left. */
export const connectingStep: StepModule<'connecting'> = {
  view: async (open) => {
    const hasNews = await pollBank(open)
    const { db, attempt } = open
    const approval = attempt?.status === 'working' ? await approvalOf(db, attempt) : null
    return {
      step: 'connecting',
      institution: await chosenInstitutionRow(open),
      waitingFor: waitingFor(attempt, approval !== null),
      bankPage: isAtBankPage(attempt) ? { pass: await windowPassOf(open) } : null,
      approval,
      secondsLeft:
        attempt && approval ? secondsUntil(later(attempt.createdAt, waitingLifeMs), open.now) : null,
      choosesAccounts: open.visit.asksAccounts,
      isDispatched: attempt?.status === 'working' && attempt.isDispatched,
      isSlow: attempt !== null && open.now >= later(attempt.createdAt, slowMs),
      refreshSeconds: hasNews ? 1 : refreshSeconds,
    }
  },
}
