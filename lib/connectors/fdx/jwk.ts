import type { CryptoKey, CryptoKeyPair, JWK } from 'openid-client'

const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

const algorithmOf = ({ alg, kty, crv }: JWK): EcKeyImportParams | RsaHashedImportParams | Algorithm => {
  if (kty === 'OKP') return { name: 'Ed25519' }
  if (kty === 'EC') return { name: 'ECDSA', namedCurve: crv ?? curves[alg ?? ''] ?? 'P-256' }
  const hash = `SHA-${/\d{3}$/.exec(alg ?? '')?.[0] ?? '256'}`
  // FAPI forbids the older padding; a bank that wants it says so by the key's `alg`.
  return { name: alg?.startsWith('RS') ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS', hash }
}

/** A key as the library wants it. Throws when it is none. */
export const importKey = (
  { use: _, key_ops: __, ...jwk }: JWK,
  usage: 'sign' | 'verify',
): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', jwk as JsonWebKey, algorithmOf(jwk), usage === 'verify', [usage])

const publicOf = ({ kty, crv, x, y }: JWK): JWK => ({ kty, crv, x, y }) as JWK

/** The pair of a private key that we made ourselves, on a curve. */
export const importPair = async (jwk: JWK): Promise<CryptoKeyPair> => ({
  privateKey: await importKey(jwk, 'sign'),
  publicKey: await importKey(publicOf(jwk), 'verify'),
})
