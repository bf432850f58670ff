import type { ConsentRow } from '#lib/consents/consent-store.ts'

/** What became of a consent. `consentId`: the other one that a renewal is about. `isAhead`: it has yet to come. */
export type ConsentEvent = {
  readonly at: Date
  readonly kind:
    | 'given'
    | 'attested'
    | 'declined'
    | 'renews'
    | 'renewed'
    | 'notice_30'
    | 'notice_7'
    | 'notice_1'
    | 'notice_expired'
    | 'withdrawn'
    | 'ended'
  readonly consentId: string | null
  readonly isAhead: boolean
}

type Dates = Pick<ConsentRow, 'id' | 'kind' | 'decision' | 'decidedAt' | 'expiresAt' | 'withdrawnAt'>
type Beside = {
  /** Other consents to reading the same connections. */
  readonly others: readonly Pick<ConsentRow, 'id' | 'decidedAt'>[]
  readonly notices: readonly { readonly notice: string; readonly at: Date }[]
}

const firstOf = ({ kind, decision }: Dates): ConsentEvent['kind'] =>
  decision === 'declined' ? 'declined' : kind === 'attested' ? 'attested' : 'given'

/** The end that counts: a withdrawal comes before the term, or it is none. */
const endsOf = ({ expiresAt, withdrawnAt }: Dates): readonly [ConsentEvent['kind'], Date][] => {
  if (withdrawnAt && expiresAt && withdrawnAt < expiresAt) return [['withdrawn', withdrawnAt]]
  return expiresAt ? [['ended', expiresAt]] : []
}

/** In the order in which it happened, with the end that is to come. */
export const consentHistory = (consent: Dates, { others, notices }: Beside, now: Date): ConsentEvent[] => {
  const event = (kind: ConsentEvent['kind'], at: Date, consentId: string | null = null): ConsentEvent => ({
    ...{ kind, at, consentId },
    isAhead: at > now,
  })
  const isEarlier = (other: { readonly decidedAt: Date }) => other.decidedAt < consent.decidedAt
  return [
    event(firstOf(consent), consent.decidedAt),
    ...others.filter(isEarlier).map(({ id }) => event('renews', consent.decidedAt, id)),
    ...others
      .filter((other) => !isEarlier(other))
      .map(({ id, decidedAt }) => event('renewed', decidedAt, id)),
    ...notices.map(({ notice, at }) => event(`notice_${notice}` as ConsentEvent['kind'], at)),
    ...endsOf(consent).map(([kind, at]) => event(kind, at)),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime())
}
