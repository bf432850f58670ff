import { refreshTokenGrant, type TokenEndpointResponse, tokenRevocation } from 'openid-client'
import { secondMs } from '#lib/kit/clock.ts'
import { failed, succeeded } from '#lib/kit/outcome.ts'
import type { Renewal, Revocation, SecretText } from '../contract.ts'
import { type Fault, faults } from '../faults.ts'
import { handleFor, withIssuer } from './issuer.ts'
import { type FdxGrant, grantSchema, opened } from './secrets.ts'

/** Renewed this long before its end: a token must not die on its way to the bank. */
const marginMs = 30 * secondMs
const never = new Date(8_640_000_000_000_000)

/** `former`: the visit or the grant from which it comes; a bank that gives no new refresh token leaves the old one good. */
export const toGrant = (
  { access_token: accessToken, refresh_token, expires_in }: TokenEndpointResponse,
  former: Pick<FdxGrant, 'clusters' | 'dpopKey'> & Partial<Pick<FdxGrant, 'refreshToken'>>,
  now: Date,
): SecretText => {
  const { clusters, dpopKey } = former
  return JSON.stringify(
    grantSchema.parse({
      accessToken,
      refreshToken: refresh_token ?? former.refreshToken ?? null,
      expiresAt: expires_in === undefined ? null : now.getTime() + Math.trunc(expires_in) * secondMs,
      clusters,
      dpopKey,
    }),
  )
}

/** A refresh token that the bank no longer takes is the end of the grant, not of a visit. */
const ended = (fault: Fault): Fault =>
  fault.code === 'bank_session_expired' ? { ...fault, code: 'access_ended' } : fault

export const fdxRenewal: Renewal = {
  dueAt: (grant) => {
    const read = opened(grantSchema, grant)
    const expiresAt = read.ok ? read.value.expiresAt : null
    return expiresAt === null ? never : new Date(expiresAt - marginMs)
  },
  renew: async (ctx, grant) => {
    const read = opened(grantSchema, grant)
    if (!read.ok) return read
    const { refreshToken, dpopKey } = read.value
    if (refreshToken === null) return failed<Fault>({ code: 'access_ended', detail: 'no refresh token' })
    const renewed = await withIssuer(ctx, 'renew', async ({ config }) => {
      const tokens = await refreshTokenGrant(
        config,
        refreshToken,
        undefined,
        await handleFor(config, dpopKey),
      )
      return succeeded(toGrant(tokens, read.value, ctx.clock.now()))
    })
    return renewed.ok ? renewed : failed(ended(renewed.reason))
  },
}

/** RFC 7009. Whoever revokes the refresh token ends the grant; a bank without the endpoint is let be. */
export const fdxRevocation: Revocation = {
  revoke: async (ctx, grant) => {
    const read = opened(grantSchema, grant)
    if (!read.ok) return read
    const { refreshToken, accessToken } = read.value
    const told = await withIssuer(ctx, 'revoke', async ({ config }) => {
      if (config.serverMetadata().revocation_endpoint === undefined) return succeeded(null)
      await tokenRevocation(config, refreshToken ?? accessToken)
      return succeeded(null)
    })
    const isDead = !told.ok && faults[told.reason.code].retry === 'login'
    return isDead ? succeeded(null) : told
  },
}
