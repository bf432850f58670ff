import { z } from 'zod'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import type { ConnectorContext } from '../contract.ts'
import type { Fault } from '../faults.ts'
import type { Finding } from '../finding.ts'
import { addressSchema, readSettingsBy, rule } from '../read-settings.ts'
import { clusterNames } from './clusters.ts'

const secretSchema = z.string().min(1).max(20_000)
const privateKeySchema = z
  .looseObject({ kty: z.enum(['EC', 'RSA', 'OKP']), d: z.string().min(1), alg: z.string().exactOptional() })
  .refine((key) => key.kid === undefined || typeof key.kid === 'string', rule('settings_kid'))

const authSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('client_secret_basic'), secret: secretSchema }),
  z.strictObject({ method: z.literal('client_secret_post'), secret: secretSchema }),
  z.strictObject({ method: z.literal('private_key_jwt'), key: privateKeySchema }),
  z.strictObject({ method: z.literal('tls_client_auth') }),
])

/** How the bank is told what the person agreed to: RFC 9396, a parameter of its own, or scopes alone. */
const consentSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('authorization_details'), type: z.string().min(1).default('fdx_v1.0') }),
  z.strictObject({ by: z.literal('parameter'), name: z.string().regex(/^[a-z][a-z0-9_]{0,60}$/i) }),
  z.strictObject({ by: z.literal('scope') }),
])

/** What an operator says of one bank. Keys and secrets stand in it: it is sealed wherever it rests. */
export const fdxSettingsSchema = z
  .strictObject({
    issuer: addressSchema,
    /** Where its metadata stands: OpenID Connect Discovery, or RFC 8414. */
    discovery: z.enum(['openid', 'oauth']).default('openid'),
    clientId: z.string().min(1).max(500),
    auth: authSchema,
    /** Certificate and key, PEM, that are shown on every line to the bank (RFC 8705); `authority` signs the bank's own. */
    tls: z
      .strictObject({ certificate: secretSchema, key: secretSchema, authority: secretSchema.optional() })
      .optional(),
    profile: z.enum(['oauth', 'fapi2']).default('oauth'),
    /** Left out: wherever the bank offers it (RFC 9449). */
    dpop: z.boolean().optional(),
    dataUrl: addressSchema.transform((url) => url.replace(/\/+$/, '')),
    dataVersion: z.enum(['5', '6']).default('6'),
    consent: consentSchema.default({ by: 'authorization_details', type: 'fdx_v1.0' }),
    /** Asked for beside those of the data. */
    scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).default(['openid', 'offline_access']),
    /** The bank's own names of scopes, by cluster, where they differ from FDX's. */
    clusterScopes: z.partialRecord(z.enum(clusterNames), z.string().min(1)).default({}),
    clockToleranceSeconds: z.int().min(0).max(600).default(300),
  })
  .refine(({ auth, tls }) => auth.method !== 'tls_client_auth' || tls !== undefined, {
    path: ['tls'],
    message: rule('settings_certificate'),
  })
export type FdxSettings = z.output<typeof fdxSettingsSchema>

export const readSettings = (text: string | null): Outcome<FdxSettings, readonly Finding[]> =>
  readSettingsBy(fdxSettingsSchema, text)

/** A bank whose settings cannot be used is as good as switched off, until its operator acts. */
export const settingsOf = (ctx: ConnectorContext): Outcome<FdxSettings, Fault> => {
  const read = readSettings(ctx.settings)
  if (read.ok) return read
  ctx.log('bank settings unusable', { places: read.reason.length })
  return failed({ code: 'institution_disabled', detail: 'settings unusable' })
}
