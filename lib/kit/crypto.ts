import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto'

export type Bytes = Uint8Array<ArrayBuffer>

const bytes = (buffer: Buffer): Bytes => new Uint8Array(buffer)

export const randomKey = (): Bytes => bytes(randomBytes(32))

/** 256 bits of chance, base64url: for credentials that only their hash outlives (S5: at least 128 bits). */
export const mintToken = (): string => randomBytes(32).toString('base64url')

/** `digits` decimal digits, each as likely as the other (S3: six digits are 19.9 bits, seven are 23.2). */
export const mintDigits = (digits: number): string =>
  randomInt(0, 10 ** digits)
    .toString()
    .padStart(digits, '0')

export const sha256 = (data: string | Uint8Array): Bytes => bytes(createHash('sha256').update(data).digest())

export const hmacSha256 = (key: Uint8Array | string, data: string): Bytes =>
  bytes(createHmac('sha256', key).update(data).digest())

/** Compares without telling by its time where they differ. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)

const nonceLength = 12
const tagLength = 16

/** A key that is made ready once: with many small blobs, readying it anew each time costs more than the cipher. */
export type ReadyKey = KeyObject

export const readyKey = (key: Uint8Array): ReadyKey => createSecretKey(key)

/** AES-256-GCM. Answers nonce, ciphertext and tag in one run of bytes; `aad` must be given again to open it. */
export const encrypt = (key: Uint8Array | ReadyKey, plain: Uint8Array, aad: string): Bytes => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(aad))
  return bytes(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}

/** Undoes `encrypt`. Throws when key, `aad` or a single bit of the blob is not the one that sealed it. */
export const decrypt = (key: Uint8Array | ReadyKey, blob: Uint8Array, aad: string): Bytes => {
  const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(0, nonceLength))
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(blob.subarray(blob.length - tagLength))
  const plain = decipher.update(blob.subarray(nonceLength, blob.length - tagLength))
  // Of a stream cipher nothing is left for the end, which only says whether all of it was genuine.
  decipher.final()
  return bytes(plain)
}
