import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { mintDigits } from '#lib/kit/crypto.ts'
import { mintGuid, mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { seal } from '#lib/vault/seal.ts'
import { findClaim } from './find-claim.ts'
import type { Channel } from './identity.ts'
import { countCodesOfVisit, findNewestCodeOver, insertCode, lockClaim } from './identity-store.ts'
import {
  codeDigits,
  codeLifeMs,
  codesPerVisit,
  codesPerVisitMs,
  codeTries,
  hashCode,
  resendAfterMs,
} from './one-time-code.ts'

export type MintRefusal = 'too_soon' | 'too_many'

type Minting = {
  readonly claimId: string
  readonly sessionId: string
  readonly language: 'en' | 'fr'
  readonly channel: Channel
}

const topics = { email: 'mail.code', phone: 'text.code' } as const

/** The code leaves sealed, by the outbox, and is known here afterwards only by its hash. */
const send = async (tx: TenantDb, asked: Minting, code: string): Promise<void> => {
  const id = mintGuid()
  const claim = await findClaim(tx, asked.claimId)
  const place = { table: 'OutboxEvent', column: 'payloadSealed', row: id }
  const payloadSealed = await seal(tx, place, JSON.stringify({ code, to: claim?.details[asked.channel] }))
  const payload = { claimId: asked.claimId, language: asked.language }
  const topic = topics[asked.channel]
  await recordOutboxEvent(tx, { id, topic, sessionId: asked.sessionId, payload, payloadSealed })
}

const refusalOf = async (tx: TenantDb, asked: Minting, now: Date): Promise<MintRefusal | null> => {
  const newest = await findNewestCodeOver(tx, asked.claimId, asked.channel)
  if (newest && now < later(newest.createdAt, resendAfterMs)) return 'too_soon'
  const sent = await countCodesOfVisit(tx, asked.sessionId, later(now, -codesPerVisitMs))
  return sent >= codesPerVisit ? 'too_many' : null
}

/**
 * Makes a code for a claim and sends it, in the caller's transaction; an older one is dead with that. Refused as
 * `too_soon` within half a minute of the last to the same address, as `too_many` when the visit has had its share (S3).
 */
export const mintCode = async (tx: TenantDb, asked: Minting): Promise<Outcome<null, MintRefusal>> => {
  await lockClaim(tx, asked.claimId)
  const now = new Date()
  const refusal = await refusalOf(tx, asked, now)
  if (refusal) return failed(refusal)
  const code = mintDigits(codeDigits)
  await insertCode(tx, {
    id: mintId('otc'),
    claimId: asked.claimId,
    channel: asked.channel,
    codeHash: await hashCode(tx, asked.claimId, code),
    triesLeft: codeTries,
    createdAt: now,
    expiresAt: later(now, codeLifeMs),
  })
  await send(tx, asked, code)
  return succeeded(null)
}
