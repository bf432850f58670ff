import { type Bytes, decrypt, encrypt, hmacSha256 } from '#lib/kit/crypto.ts'
import { house, listHouseKeys } from './house-key-store.ts'
import { unwrapKey } from './key-encryption.ts'
import { aadOf, blobVersion, minBodyLength, type Place } from './seal.ts'

type HouseRing = {
  readonly newest: string
  readonly data: ReadonlyMap<string, Uint8Array>
  readonly lookup: Uint8Array
}

let kept: Promise<HouseRing> | null = null

const load = async (): Promise<HouseRing> => {
  const rows = await listHouseKeys()
  const data = rows.filter(({ purpose }) => purpose === 'data')
  const lookup = rows.find(({ purpose }) => purpose === 'lookup')
  const [newest] = data
  if (!newest || !lookup) throw new Error('the installation has no keys')
  return {
    newest: newest.id,
    data: new Map(data.map((row) => [row.id, unwrapKey(house, row)])),
    lookup: unwrapKey(house, lookup),
  }
}

// These keys are never shredded, so they stay as long as the process does; a try that failed is not kept.
const ring = (): Promise<HouseRing> =>
  (kept ??= load().catch((error) => {
    kept = null
    throw error
  }))

/** Seals what belongs to the installation and to no tenant, in the form of `seal` (law 3). */
export const sealForHouse = async (place: Place, text: string): Promise<Bytes> => {
  const { newest, data } = await ring()
  const body = encrypt(data.get(newest) as Uint8Array, Buffer.from(text, 'utf8'), aadOf(house, place))
  const keyId = Buffer.from(newest)
  return new Uint8Array(Buffer.concat([Buffer.from([blobVersion, keyId.length]), keyId, body]))
}

/** What `sealForHouse` sealed at this very place. Throws when it was moved, changed, or its key is unknown. */
export const openForHouse = async (place: Place, blob: Uint8Array): Promise<string> => {
  const idEnd = 2 + (blob[1] ?? 0)
  const body = blob.subarray(idEnd)
  const key = (await ring()).data.get(Buffer.from(blob.subarray(2, idEnd)).toString())
  if (blob[0] !== blobVersion || body.length < minBodyLength || !key)
    throw new Error(`cannot open ${place.table}.${place.column}`)
  return Buffer.from(decrypt(key, body, aadOf(house, place))).toString('utf8')
}

/** Equal texts of one `scope` give equal bytes; nobody without the installation's lookup key can tell more. */
export const houseFingerprint = async (scope: string, text: string): Promise<Bytes> =>
  hmacSha256((await ring()).lookup, `${scope}\0${text}`)
