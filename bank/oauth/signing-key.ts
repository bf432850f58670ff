import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { JWK } from 'oidc-provider'

export type SigningKey = { readonly kid: string; readonly privateKey: KeyObject; readonly jwk: JWK }

/** A key of a door's own, made at its start: nothing that was signed needs to outlive it. */
export const makeSigningKey = (kid: string): SigningKey => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' } as JWK
  return { kid, privateKey, jwk }
}
