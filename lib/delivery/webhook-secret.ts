import { randomBytes } from 'node:crypto'
import type { EnvelopeName } from './webhook-event.ts'

const prefix = 'whsec_'

/** The bytes of a `whsec_` secret; null when it is not one of 24 to 64 bytes in base64 (W2). */
export const keyOf = (secret: string): Buffer | null => {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : ''
  const key = Buffer.from(text, 'base64')
  return key.toString('base64') === text && key.length >= 24 && key.length <= 64 ? key : null
}

/** In the dialect the secret is the key itself, as text, and was perhaps agreed on elsewhere. */
const isDialectSecret = (secret: string): boolean => secret.length >= 16 && secret.length <= 200

export const isUsableSecret = (envelope: EnvelopeName, secret: string): boolean =>
  envelope === 'standard' ? keyOf(secret) !== null : isDialectSecret(secret)

/** 256 bits, in the spelling that the envelope’s libraries expect. */
export const mintWebhookSecret = (envelope: EnvelopeName): string =>
  envelope === 'standard'
    ? `${prefix}${randomBytes(32).toString('base64')}`
    : randomBytes(32).toString('base64url')
