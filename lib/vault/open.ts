import type { TenantDb } from '#lib/db/tenant-db.ts'
import { decrypt } from '#lib/kit/crypto.ts'
import { findDataKey } from './key-ring.ts'
import { aadOf, blobVersion, minBodyLength, type Place } from './seal.ts'

/** What `seal` sealed at this very place. Throws, saying nothing of the content, when it was moved, changed or shredded. */
export const open = async (db: TenantDb, place: Place, blob: Uint8Array): Promise<string> => {
  const idEnd = 2 + (blob[1] ?? 0)
  const body = blob.subarray(idEnd)
  // A shorter body would be checked by a shorter tag, which can be guessed.
  if (blob[0] !== blobVersion || body.length < minBodyLength)
    throw new Error(`cannot open ${place.table}.${place.column}: not a sealed blob`)
  const key = await findDataKey(db, Buffer.from(blob.subarray(2, idEnd)).toString())
  if (!key) throw new Error(`cannot open ${place.table}.${place.column}: unknown key`)
  try {
    const plain = decrypt(key, body, aadOf(db.tenantId, place))
    return Buffer.from(plain.buffer, plain.byteOffset, plain.length).toString('utf8')
  } catch {
    throw new Error(`cannot open ${place.table}.${place.column}: not what was sealed there`)
  }
}
