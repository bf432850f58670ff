import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { hasOpenedRequest, redeemAuthorizeToken } from '#lib/tenants/authorize-token.ts'
import { isClientCredential } from '#lib/tenants/client-credential.ts'
import { findTenantByCustomerId, type Tenant } from '#lib/tenants/tenant-store.ts'
import { type Reply, refuse } from './reply.ts'

/** How the sender of a request proves itself: see `endpoints.ts`. */
export type Proof = 'secret' | 'token' | 'key' | 'body'

const bearerOf = (headers: Headers): string | null =>
  /^bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null

/** The longest key that is looked at; nobody was ever given one like it. */
const short = (text: string | null): string | null => (text !== null && text.length <= 200 ? text : null)

const isProven = async (db: TenantDb, proof: Proof, headers: Headers): Promise<boolean> => {
  const authKey = short(headers.get('flinks-auth-key'))
  if (proof === 'secret') return authKey !== null && isClientCredential(db, ['secret'], authKey)
  const apiKey = short(headers.get('x-api-key'))
  if (apiKey !== null && (await isClientCredential(db, ['x_api_key'], apiKey))) return true
  const bearer = short(bearerOf(headers))
  return bearer !== null && isClientCredential(db, ['secret', 'x_api_key', 'access_token'], bearer)
}

const refusals: Readonly<Record<Proof, readonly string[]>> = {
  secret: ['flinks-auth-key'],
  token: ['flinks-auth-key', 'authorization'],
  key: ['x-api-key', 'authorization'],
  body: [],
}

const refusalOf = (proof: Proof, headers: Headers): Reply => {
  const said = refusals[proof].some((name) => headers.has(name))
  const Message = proof === 'token' ? 'You must provide a valid authorize token' : undefined
  return refuse(said || proof !== 'key' ? 'UNAUTHORIZED' : 'ACCESS_DENIED', Message ? { Message } : {})
}

/**
 * The tenant that the address names, if the headers prove its server; surplus headers are let be. A token is only
 * looked at by the endpoint that spends it, and a proof in the body by the one that reads it. A customer nobody has is answered like a wrong key.
 */
export const findCaller = async (
  customerId: string,
  proof: Proof,
  headers: Headers,
): Promise<Outcome<{ readonly tenant: Tenant; readonly db: TenantDb }, Reply>> => {
  const tenant = await findTenantByCustomerId(customerId)
  if (!tenant) return failed(refusalOf(proof, headers))
  const db = tenantDb(tenant.id)
  const isProvenLater = proof === 'token' || proof === 'body'
  if (!isProvenLater && !(await isProven(db, proof, headers))) return failed(refusalOf(proof, headers))
  return succeeded({ tenant, db })
}

/**
 * Spends the authorize token of a call for the request that it opens, or finds that it opened the one it goes on with
 * (`isNew` false). The tenant's secret as a bearer, as older clients send it, serves instead where no token is given.
 */
export const spendToken = async (
  { db, headers, now }: { readonly db: TenantDb; readonly headers: Headers; readonly now: Date },
  { requestId, isNew }: { readonly requestId: string | null; readonly isNew: boolean },
): Promise<Outcome<null, Reply>> => {
  const refused = failed(refusalOf('token', headers))
  const given = headers.get('flinks-auth-key')
  if (given === null) {
    const bearer = short(bearerOf(headers))
    return bearer !== null && (await isClientCredential(db, ['secret'], bearer)) ? succeeded(null) : refused
  }
  const token = short(given)
  if (token === null) return refused
  const isSpeaking = !isNew && requestId !== null && (await hasOpenedRequest(db, token, requestId))
  return isSpeaking || (await redeemAuthorizeToken(db, token, { requestId, now })) ? succeeded(null) : refused
}
