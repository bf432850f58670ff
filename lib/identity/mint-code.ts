import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { mintDigits } from '#lib/kit/crypto.ts'
import { mintGuid, mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { seal } from '#lib/vault/seal.ts'
import { findClaim } from './find-claim.ts'
import { findNewestCode, insertCode, lockClaim } from './identity-store.ts'
import { codeDigits, codeLifeMs, codeTries, hashCode, resendAfterMs } from './one-time-code.ts'

type Minting = { readonly claimId: string; readonly sessionId: string; readonly language: 'en' | 'fr' }

/** The code leaves sealed, by the outbox, and is known here afterwards only by its hash. */
const send = async (tx: TenantDb, asked: Minting, code: string): Promise<void> => {
  const id = mintGuid()
  const claim = await findClaim(tx, asked.claimId)
  const place = { table: 'OutboxEvent', column: 'payloadSealed', row: id }
  const payloadSealed = await seal(tx, place, JSON.stringify({ code, to: claim?.details.email }))
  const payload = { claimId: asked.claimId, language: asked.language }
  await recordOutboxEvent(tx, { id, topic: 'mail.code', sessionId: asked.sessionId, payload, payloadSealed })
}

/**
 * Makes a code for a claim and sends it, in the caller's transaction; an older one is dead with that. Refused as
 * `too_soon` within half a minute of the last (S3).
 */
export const mintCode = async (tx: TenantDb, asked: Minting): Promise<Outcome<null, 'too_soon'>> => {
  await lockClaim(tx, asked.claimId)
  const now = new Date()
  const newest = await findNewestCode(tx, asked.claimId)
  if (newest && now < later(newest.createdAt, resendAfterMs)) return failed('too_soon')
  const code = mintDigits(codeDigits)
  await insertCode(tx, {
    id: mintId('otc'),
    claimId: asked.claimId,
    codeHash: hashCode(asked.claimId, code),
    triesLeft: codeTries,
    createdAt: now,
    expiresAt: later(now, codeLifeMs),
  })
  await send(tx, asked, code)
  return succeeded(null)
}
