import { dayMs, hourMs, later } from '#lib/kit/clock.ts'
import { type Bytes, sha256 } from '#lib/kit/crypto.ts'
import type { ConsentRow } from './consent-store.ts'

/** Keys in one order and no spaces, so that the same document always has the same hash. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join(',')}}`
}

/** SHA-256 of the document as it was shown (CA7, R2). */
export const hashDocument = (document: unknown): Bytes => sha256(canonicalJson(document))

/**
 * Two hours short of 365 days: wherever the person lives, and whatever clock change lies between, the end then falls
 * on the anniversary of the day of consent or before it (CA3).
 */
const longestMs = 365 * dayMs - 2 * hourMs

/** When a consent of `days` ends; never later than twelve months from the day it was given (CA3). */
export const expiryOf = (decidedAt: Date, days: number): Date =>
  later(decidedAt, Math.min(days * dayMs, longestMs))

/** True while the bank may be asked and data may be read under it (CA1, CA4, CA9). */
export const isLive = (
  consent: Pick<ConsentRow, 'decision' | 'expiresAt' | 'withdrawnAt'>,
  now: Date,
): boolean =>
  consent.decision === 'given' &&
  consent.expiresAt !== null &&
  now < consent.expiresAt &&
  (consent.withdrawnAt === null || now < consent.withdrawnAt)

/** Days of history that a consent covers; 0 when it covers none. */
export const agreedDays = ({ scopes }: Pick<ConsentRow, 'scopes'>): number => {
  if (scopes.includes('transactions_365')) return 365
  return scopes.includes('transactions_90') ? 90 : 0
}

export type ConsentStatus = 'live' | 'declined' | 'withdrawn' | 'expired'

/** When it ends, or has ended, and how: the earlier of its term and its withdrawal. Null for a refusal. */
export const endOf = ({
  expiresAt,
  withdrawnAt,
}: Pick<ConsentRow, 'expiresAt' | 'withdrawnAt'>): Date | null =>
  expiresAt && withdrawnAt && withdrawnAt < expiresAt ? withdrawnAt : expiresAt

export const statusOf = (
  consent: Pick<ConsentRow, 'decision' | 'expiresAt' | 'withdrawnAt'>,
  now: Date,
): ConsentStatus => {
  if (consent.decision === 'declined') return 'declined'
  if (isLive(consent, now)) return 'live'
  return endOf(consent) === consent.expiresAt ? 'expired' : 'withdrawn'
}
