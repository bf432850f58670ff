import type { Attempt } from '#lib/connections/attempt.ts'
import { openChallenges, openState } from '#lib/connections/attempt-secrets.ts'
import { moveAttempt } from '#lib/connections/attempt-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { askBank } from '../ask-bank.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import type { OpenVisit } from '../open-visit.ts'
import type { StepModule } from '../step-module.ts'

/** A bank is asked for news at most this often, however many tabs are looking. */
const askEveryMs = 1_500
const refreshSeconds = 3

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

const waitingFor = ({ attempt }: OpenVisit) => {
  if (attempt?.status === 'linked') return 'accounts'
  return attempt?.challengesSealed ? 'approval' : 'bank'
}

/** Where the approval is given, if the bank said so and it is a page. */
const approvalLinkOf = async (db: TenantDb, attempt: Attempt): Promise<string | null> => {
  const [challenge] = await openChallenges(db, attempt)
  return challenge?.link ?? null
}

/** Shown only while a bank, or the reading of its accounts, makes us wait; it can always be left. */
export const connectingStep: StepModule<'connecting'> = {
  view: async (open) => {
    const hasNews = await pollBank(open)
    return {
      step: 'connecting',
      institution: await chosenInstitutionRow(open),
      waitingFor: waitingFor(open),
      approvalLink: open.attempt ? await approvalLinkOf(open.db, open.attempt) : null,
      refreshSeconds: hasNews ? 1 : refreshSeconds,
    }
  },
}
