import { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Fault } from '../faults.ts'
import { clusterNames } from './clusters.ts'

const keySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})

/** What a visit to the bank's page leaves with us until the person is back. */
export const visitSchema = z.strictObject({
  verifier: z.string(),
  nonce: z.string().nullable(),
  state: z.string(),
  redirectUri: z.string(),
  clusters: z.array(z.enum(clusterNames)),
  dpopKey: keySchema.nullable(),
})
export type PendingVisit = z.output<typeof visitSchema>

/** Header text: what cannot be sent back is no token. */
const tokenSchema = z.string().regex(/^[\x21-\x7e]{1,16000}$/)

/** What lasts of it. `expiresAt` null: the bank did not say how long the access token lives. */
export const grantSchema = z.strictObject({
  accessToken: tokenSchema,
  refreshToken: tokenSchema.nullable(),
  expiresAt: z.int().nullable(),
  clusters: z.array(z.enum(clusterNames)),
  dpopKey: keySchema.nullable(),
})
export type FdxGrant = z.output<typeof grantSchema>

/** Our own words come back from the vault; whatever else comes is nobody's grant. */
export const opened = <T>(schema: z.ZodType<T>, text: string): Outcome<T, Fault> => {
  try {
    return succeeded(schema.parse(JSON.parse(text)))
  } catch {
    return failed({ code: 'malformed_answer', detail: 'not a secret of this connector' })
  }
}
