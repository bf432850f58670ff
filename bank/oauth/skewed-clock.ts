import { decodeJwt, SignJWT } from 'jose'
import type Provider from 'oidc-provider'
import { z } from 'zod'
import type { Desk } from './door.ts'
import type { SigningKey } from './signing-key.ts'

const issuedSchema = z.object({ id_token: z.string() })

const shift = (claims: Record<string, unknown>, seconds: number): Record<string, unknown> => {
  const moved = Object.entries(claims).map(([name, value]) => {
    const isTime = ['iat', 'exp', 'auth_time'].includes(name) && typeof value === 'number'
    return [name, isTime ? value + seconds : value]
  })
  return { ...Object.fromEntries(moved), nbf: Math.floor(Date.now() / 1_000) + seconds }
}

/** The identity token of a persona whose bank's clock goes wrong is signed anew, with that clock's times. */
export const skewClocks = (provider: Provider, desk: Desk, key: SigningKey): void => {
  provider.use(async (ctx, next) => {
    await next()
    const issued = issuedSchema.safeParse(ctx.body)
    if (ctx.oidc?.route !== 'token' || !issued.success) return
    const claims = decodeJwt(issued.data.id_token)
    const seconds = desk.customers.get(claims.sub ?? '')?.persona.oauth?.clockSkewSeconds
    if (seconds === undefined) return
    const signer = new SignJWT(shift(claims, seconds)).setProtectedHeader({ alg: 'ES256', kid: key.kid })
    ctx.body = { ...(ctx.body as object), id_token: await signer.sign(key.privateKey) }
  })
}
