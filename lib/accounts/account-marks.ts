import type { BankAccount } from '#lib/connectors/contract.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { fingerprint } from '#lib/vault/fingerprint.ts'
import { lastDigitsOf } from './account.ts'

/** The three marks of an account, as fingerprints: the numbers themselves are never compared in the clear. */
export type AccountMarks = {
  readonly keyFingerprint: Bytes
  readonly numberFingerprint: Bytes | null
  readonly traitsFingerprint: Bytes
}

/** Not bound to scopes: what was not agreed is not kept, yet the account it belongs to is found again. */
export const marksOf = async (
  db: TenantDb,
  connectionId: string,
  account: BankAccount,
): Promise<AccountMarks> => {
  const { institutionNumber, transitNumber, accountNumber, kind, currency, title } = account
  const hasNumber = accountNumber !== null && accountNumber !== ''
  const number = JSON.stringify([institutionNumber, transitNumber, accountNumber])
  const traits = JSON.stringify([lastDigitsOf(accountNumber), kind, currency, title.trim().toLowerCase()])
  return {
    keyFingerprint: await fingerprint(db, `account:${connectionId}`, account.key),
    numberFingerprint: hasNumber ? await fingerprint(db, `account-number:${connectionId}`, number) : null,
    traitsFingerprint: await fingerprint(db, `account-traits:${connectionId}`, traits),
  }
}

const text = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('base64')

/** The marks in the order of their strength. */
export const strengthsOf = (marks: {
  readonly keyFingerprint: Uint8Array
  readonly numberFingerprint: Uint8Array | null
  readonly traitsFingerprint: Uint8Array | null
}): (string | null)[] => [
  text(marks.keyFingerprint),
  text(marks.numberFingerprint),
  text(marks.traitsFingerprint),
]
