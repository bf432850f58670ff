import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { type Bytes, sameBytes, sha256 } from '#lib/kit/crypto.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import {
  findIdempotentAnswer,
  storeIdempotentAnswer,
  sweepIdempotentAnswers,
  takeIdempotencyTurn,
} from './idempotent-answer-store.ts'

/** How long the same key gets the same answer. */
export const replayMs = dayMs

/** `body` is null where the answer has none. `isReplay`: nothing was done, this is what was answered the first time. */
export type KeptAnswer = { readonly status: number; readonly body: string | null; readonly isReplay: boolean }

type Asked = {
  /** Who asks, what, and under which name of theirs. */
  readonly key: string
  /** All that the effect depends on. */
  readonly request: string
  readonly now: Date
}

const place = (keyHash: Bytes) => ({
  table: 'IdempotentAnswer',
  column: 'answerSealed',
  row: Buffer.from(keyHash).toString('hex'),
})

/**
 * Does `work` once for a key, however often it is asked: effect and answer are written in one transaction, so that no
 * crash parts them. A throw keeps nothing, and the key may be used again. `mismatch`: the key stands for another
 * request; `in_progress`: one under this key is at work now.
 */
export const answerOnce = (
  db: TenantDb,
  { key, request, now }: Asked,
  work: (tx: TenantDb) => Promise<Omit<KeptAnswer, 'isReplay'>>,
): Promise<Outcome<KeptAnswer, 'mismatch' | 'in_progress'>> =>
  inTransaction(db, async (tx) => {
    const keyHash = sha256(key)
    const requestHash = sha256(request)
    const since = later(now, -replayMs)
    if (!(await takeIdempotencyTurn(tx, keyHash))) return failed('in_progress')
    const kept = await findIdempotentAnswer(tx, keyHash, since)
    if (kept && !sameBytes(kept.requestHash, requestHash)) return failed('mismatch')
    if (kept) {
      const body = JSON.parse(await open(tx, place(keyHash), kept.answerSealed)) as string | null
      return succeeded({ status: kept.status, body, isReplay: true })
    }
    const { status, body } = await work(tx)
    const answerSealed = await seal(tx, place(keyHash), JSON.stringify(body))
    await sweepIdempotentAnswers(tx, since)
    await storeIdempotentAnswer(tx, { keyHash, requestHash, status, answerSealed, createdAt: now })
    return succeeded({ status, body, isReplay: false })
  })
