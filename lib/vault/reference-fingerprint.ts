import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { fingerprint } from './fingerprint.ts'

/** A customer reference however it was typed: capitals, blanks and dashes tell no two customers apart. */
export const foldReference = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')

/** By which the rows of a customer are found without the reference being readable; of none, that of the empty text. */
export const referenceFingerprint = (db: TenantDb, reference: string | undefined): Promise<Bytes> =>
  fingerprint(db, 'customer reference', foldReference(reference ?? ''))
