import { type Bytes, decrypt, encrypt, sha256 } from '#lib/kit/crypto.ts'
import { env } from '#lib/kit/env.ts'

/** A key-encryption key; `id` is the start of its hash, so that a wrapped key says which one opens it. */
export type KeyEncryptionKey = { readonly id: string; readonly key: Uint8Array }

const parseKey = (base64: string): KeyEncryptionKey => {
  const key = new Uint8Array(Buffer.from(base64.trim(), 'base64'))
  return { id: Buffer.from(sha256(key)).toString('hex').slice(0, 12), key }
}

/** The newest first: it wraps; the former ones only open while keys are being re-wrapped. */
const keyEncryptionKeys = (): KeyEncryptionKey[] => {
  const { KEY_ENCRYPTION_KEY, PREVIOUS_KEY_ENCRYPTION_KEYS } = env()
  const previous = PREVIOUS_KEY_ENCRYPTION_KEYS.split(',').filter((text) => text.trim() !== '')
  return [KEY_ENCRYPTION_KEY, ...previous].map(parseKey)
}

export const currentKekId = (): string => keyEncryptionKeys()[0]?.id ?? ''

/** `in use` wraps what is new; `former` still opens; what `unknown` wraps does not open here. */
export type KekStanding = 'in use' | 'former' | 'unknown'

export const kekStanding = (id: string): KekStanding => {
  const [current, ...former] = keyEncryptionKeys()
  if (current?.id === id) return 'in use'
  return former.some((one) => one.id === id) ? 'former' : 'unknown'
}

/** A wrapped key opens only as the key it was made as, of the tenant it was made for. */
type KeyName = { readonly id: string; readonly purpose: string }

const aad = (tenantId: string, { id, purpose }: KeyName): string => `${tenantId}|TenantKey|${purpose}|${id}`

export const wrapKey = (
  tenantId: string,
  name: KeyName,
  plain: Uint8Array,
): { wrapped: Bytes; kekId: string } => {
  const [kek] = keyEncryptionKeys()
  if (!kek) throw new Error('no key-encryption key')
  return { wrapped: encrypt(kek.key, plain, aad(tenantId, name)), kekId: kek.id }
}

/** Throws when no known key-encryption key is the one that wrapped it, or it is not what was wrapped. */
export const unwrapKey = (
  tenantId: string,
  row: KeyName & { readonly wrapped: Uint8Array; readonly kekId: string },
): Bytes => {
  const kek = keyEncryptionKeys().find(({ id }) => id === row.kekId)
  if (!kek) throw new Error(`key ${row.id} is wrapped by the unknown key-encryption key ${row.kekId}`)
  const plain = decrypt(kek.key, row.wrapped, aad(tenantId, row))
  if (plain.length !== 32) throw new Error(`key ${row.id} is not 256 bits long`)
  return plain
}
