import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose'
import { z } from 'zod'
import { BankError } from '../bank-error.ts'
import type { BankRequest } from '../router.ts'
import type { Door } from './door.ts'

const freshSeconds = 300

const proofSchema = z.object({
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  jti: z.string().min(1),
  ath: z.string(),
})

type Bound = {
  readonly token: string
  readonly jkt: string
  readonly clientId: string
  readonly address: string
}

/** Holds the proof of possession against this very request (RFC 9449, 4.3); throws `invalid_token`. */
export const checkDpop = async (door: Door, { raw }: BankRequest, bound: Bound): Promise<void> => {
  const { dpop } = raw.message.headers
  const refused = new BankError('invalid_token')
  if (typeof dpop !== 'string') throw refused
  const verified = await jwtVerify(dpop, EmbeddedJWK, {
    typ: 'dpop+jwt',
    algorithms: ['ES256', 'EdDSA', 'Ed25519'],
  }).catch(() => null)
  const proof = proofSchema.safeParse(verified?.payload)
  const { jwk } = verified?.protectedHeader ?? {}
  if (!proof.success || !jwk) throw refused
  const { htm, htu, iat, jti, ath } = proof.data
  const now = Math.floor(Date.now() / 1_000)
  const isRight =
    htm === raw.message.method &&
    htu.replace(/[?#].*$/u, '') === bound.address &&
    Math.abs(now - iat) <= freshSeconds &&
    ath === createHash('sha256').update(bound.token).digest('base64url') &&
    (await calculateJwkThumbprint(jwk)) === bound.jkt
  if (!isRight) throw refused
  const { ReplayDetection } = door.provider
  const isFirst = await ReplayDetection.unique(bound.clientId, jti, now + freshSeconds)
  if (!isFirst) throw refused
}
