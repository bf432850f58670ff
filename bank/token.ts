import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { BankError } from './bank-error.ts'
import { type Customer, findCustomer } from './customer.ts'
import type { BankWorld } from './world.ts'

// Fixed on purpose: a connection to the sandbox outlives a restart, and the key guards invented data only.
const signingKey = 'sandbox bank: guards nothing but invented data'
const yearSeconds = 365 * 86_400

const tokenBodySchema = z.object({
  id: z.string(),
  institution: z.string(),
  username: z.string(),
  expiresAtMs: z.number().int(),
})
type TokenBody = z.infer<typeof tokenBodySchema>

const signatureOf = (body: string): Buffer => createHmac('sha256', signingKey).update(body).digest()

/** An access token that carries its own facts, signed: it needs no store and outlives a restart. */
export const mintToken = ({ institution, username, persona }: Customer, now: Date): string => {
  const life = persona.tokenSeconds ?? yearSeconds
  const body: TokenBody = {
    id: randomBytes(12).toString('base64url'),
    institution: institution.key,
    username,
    expiresAtMs: now.getTime() + life * 1_000,
  }
  const text = Buffer.from(JSON.stringify(body)).toString('base64url')
  return `${text}.${signatureOf(text).toString('base64url')}`
}

const readToken = (token: string): TokenBody => {
  const [text = '', signature = ''] = token.split('.')
  const given = Buffer.from(signature, 'base64url')
  const right = signatureOf(text)
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new BankError('invalid_token')
  return tokenBodySchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
}

export const tokenExpiry = (token: string): Date => new Date(readToken(token).expiresAtMs)

/** The customer behind a token that is signed by us, alive and not revoked. */
export const redeemToken = (world: BankWorld, token: string | null): Customer => {
  const { id, institution, username, expiresAtMs } = readToken(token ?? '')
  const customer = findCustomer(institution, username)
  const isDead = world.clock.now().getTime() >= expiresAtMs || world.revoked.has(id)
  if (!customer || isDead) throw new BankError('invalid_token')
  return customer
}

export const revokeToken = (world: BankWorld, token: string | null): void => {
  world.revoked.add(readToken(token ?? '').id)
}
