import { randomInt } from 'node:crypto'
import { type Bytes, sha256 } from '#lib/kit/crypto.ts'

/** Without letters that look alike on paper. */
const alphabet = '23456789abcdefghjkmnpqrstvwxyz'
const length = 12
export const recoveryCodeCount = 10

const mintOne = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** Ten codes of 58 bits each, in groups of four. */
export const mintRecoveryCodes = (): string[] => Array.from({ length: recoveryCodeCount }, mintOne)

export const hashRecoveryCode = (typed: string): Bytes =>
  sha256(`recovery ${typed.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
