import { randomBytes, randomUUID } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Prefixes of ids, one per noun; the prefix makes an id readable in a log and unmistakable in the types. */
export type IdPrefix =
  | 'ten'
  | 'key'
  | 'ccr'
  | 'azt'
  | 'brd'
  | 'pol'
  | 'lnk'
  | 'lbt'
  | 'ses'
  | 'idc'
  | 'otc'
  | 'con'
  | 'att'
  | 'cnx'
  | 'apk'
  | 'whe'
  | 'msg'
  | 'whd'
  | 'hck'
  | 'rte'
  | 'stm'
  | 'sts'
  | 'sti'
  | 'drf'
  | 'pvl'
  | 'sul'
  | 'dom'
  | 'stp'
  | 'sct'
  | 'hfl'

export type Id<P extends IdPrefix> = `${P}_${string}`

export type TenantId = Id<'ten'>
export type SessionId = Id<'ses'>
export type ConsentId = Id<'con'>
export type AttemptId = Id<'att'>
export type ConnectionId = Id<'cnx'>
export type ApiKeyId = Id<'apk'>
export type StaffMemberId = Id<'stm'>
export type StaffSessionId = Id<'sts'>

const encode = (value: bigint, length: number): string => {
  let rest = value
  let text = ''
  for (let i = 0; i < length; i++) {
    text = alphabet[Number(rest & 31n)] + text
    rest >>= 5n
  }
  return text
}

let last = { ms: 0, chance: 0n }

/**
 * A new id: prefix, 10 characters of time, 16 of chance (79 bits). Later ids of one process sort later, also
 * within a millisecond and where the clock was set back, so lists by id are in order and indexes stay warm.
 */
export const mintId = <P extends IdPrefix>(prefix: P): Id<P> => {
  const now = Date.now()
  last =
    now > last.ms
      ? { ms: now, chance: randomBits(10) >> 1n }
      : { ...last, chance: last.chance + 1n + randomBits(6) }
  return `${prefix}_${encode(BigInt(last.ms), 10)}${encode(last.chance, 16)}`
}

const randomBits = (bytes: number): bigint => BigInt(`0x${randomBytes(bytes).toString('hex')}`)

const shape = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/

/** True when `text` could be an id with this prefix; says nothing about its existence. */
export const isId = <P extends IdPrefix>(prefix: P, text: string): text is Id<P> =>
  text.startsWith(`${prefix}_`) && shape.test(text)

/** A code that people read to each other, `7K2M-Q4XA`: 40 bits, without letters that look alike. */
export const mintReference = (): string => {
  const code = encode(randomBits(5), 8).toUpperCase()
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** A random GUID, where the dialect wants one. */
export const mintGuid = (): string => randomUUID()

/** The form of ids that the dialect shows. Whatever else is asked for is known to nobody, and the database is spared it. */
export const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
