import type { TenantDb } from '#lib/db/tenant-db.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import {
  type ClientCredentialKind,
  hasClientCredential,
  insertClientCredential,
  revokeCredentialsOf,
} from './client-credential-store.ts'

// The clients' software writes keys as GUIDs, in whatever letter case.
const hashOf = (key: string) => sha256(key.trim().toLowerCase())

/** A new key of the tenant's server, told once: only its hash is kept. */
export const mintClientCredential = async (db: TenantDb, kind: ClientCredentialKind): Promise<string> => {
  const key = mintGuid()
  await insertClientCredential(db, {
    kind,
    keyHash: hashOf(key),
    hint: key.trim().slice(-4),
    expiresAt: null,
  })
  return key
}

/** Takes over a key that the client's software has already. True when it was not known. */
export const adoptClientCredential = (
  db: TenantDb,
  kind: ClientCredentialKind,
  key: string,
): Promise<boolean> =>
  insertClientCredential(db, { kind, keyHash: hashOf(key), hint: key.trim().slice(-4), expiresAt: null })

/** Ends every key of a kind, at once; answers how many there were. */
export const revokeClientCredentials = (
  db: TenantDb,
  kind: ClientCredentialKind,
  now: Date,
): Promise<number> => revokeCredentialsOf(db, kind, now)

/** True when `key` is a live credential of this tenant and of one of these kinds. */
export const isClientCredential = (
  db: TenantDb,
  kinds: readonly ClientCredentialKind[],
  key: string,
): Promise<boolean> => hasClientCredential(db, kinds, hashOf(key))
