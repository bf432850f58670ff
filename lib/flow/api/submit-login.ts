import { standingOf } from '#lib/connections/attempt.ts'
import { type Credentials, openChallenges } from '#lib/connections/attempt-secrets.ts'
import { type AttemptRow, findAttempt } from '#lib/connections/attempt-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { getUpstreamKey } from '#lib/institutions/find-routed.ts'
import { askBank } from '../ask-bank.ts'
import { answerLogin } from './answer-login.ts'

export type Submission = {
  readonly attemptId: string
  readonly credentials: Credentials
  readonly patienceMs: number
}

/** Answers a bank's questions from what was kept, where it knows them all. Once: a wrong one is left to the person. */
const answerFromMemory = async (db: TenantDb, row: AttemptRow, submission: Submission): Promise<void> => {
  const { answers: known = {} } = submission.credentials
  const challenges = await openChallenges(db, row)
  const isKnown = challenges.every(
    ({ kind, isOneTimeCode, prompt }) => kind === 'question' && !isOneTimeCode && prompt in known,
  )
  if (challenges.length === 0 || !isKnown) return
  const answers = challenges.map(({ id, prompt }) => ({ id, values: [known[prompt] ?? ''] }))
  const now = new Date()
  const { patienceMs } = submission
  await answerLogin(db, standingOf(row, now), { challenges, answers, keeps: true, now, patienceMs })
}

/** Gives the bank the credentials of an attempt that was begun, and the answers that are known. */
export const submitLogin = async (db: TenantDb, submission: Submission): Promise<void> => {
  const { credentials, attemptId, patienceMs } = submission
  const { username, password, language } = credentials
  const attempt = await findAttempt(db, attemptId)
  if (!attempt) return
  const login = { institution: await getUpstreamKey(db, attempt), username, password, language }
  await askBank(db, attempt, (form, ctx) => form.submit(ctx, login), { patienceMs })
  const asked = await findAttempt(db, attemptId)
  if (asked?.status === 'challenged' && credentials.answers) await answerFromMemory(db, asked, submission)
}
