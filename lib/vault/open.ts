import type { TenantDb } from '#lib/db/tenant-db.ts'
import { decrypt } from '#lib/kit/crypto.ts'
import { keyRingOf } from './key-ring.ts'
import { aadOf, blobVersion, type Place } from './seal.ts'

/** What `seal` sealed at this very place. Throws, saying nothing of the content, when it was moved, changed or shredded. */
export const open = async (db: TenantDb, place: Place, blob: Uint8Array): Promise<string> => {
  const idLength = blob[1] ?? 0
  const keyId = Buffer.from(blob.subarray(2, 2 + idLength)).toString()
  const key = (await keyRingOf(db)).data.get(keyId)
  if (blob[0] !== blobVersion || !key)
    throw new Error(`cannot open ${place.table}.${place.column}: unknown key`)
  try {
    const plain = decrypt(key, blob.subarray(2 + idLength), aadOf(db.tenantId, place))
    return Buffer.from(plain).toString('utf8')
  } catch {
    throw new Error(`cannot open ${place.table}.${place.column}: not what was sealed there`)
  }
}
