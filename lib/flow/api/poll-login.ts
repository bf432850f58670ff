import type { Attempt } from '#lib/connections/attempt.ts'
import { openState } from '#lib/connections/attempt-secrets.ts'
import { moveAttempt } from '#lib/connections/attempt-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { askBank } from '../ask-bank.ts'

/** A bank is asked for news at most this often, however many requests are looking. */
const askEveryMs = 1_000

/** Asks a bank that makes us wait for news, if it is time; of several who would, one does. True when it was asked. */
export const pollLogin = async (
  db: TenantDb,
  attempt: Attempt | null,
  { now, patienceMs }: { readonly now: Date; readonly patienceMs: number },
): Promise<boolean> => {
  if (attempt?.status !== 'working' || now.getTime() - attempt.movedAt.getTime() < askEveryMs) return false
  const state = await openState(db, attempt)
  if (!state) return false
  const { id, movedAt } = attempt
  const isMine = await moveAttempt(db, { id, to: 'working', from: ['working'], movedAt })
  if (isMine) await askBank(db, attempt, (login, ctx) => login.poll(ctx, state), { patienceMs })
  return isMine
}
