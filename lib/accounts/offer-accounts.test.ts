import { describe, expect, it } from 'vitest'
import type { Account } from './account.ts'
import { chosenIds } from './choose-accounts.ts'
import { offerAccounts } from './offer-accounts.ts'

const account = (id: string, change: Partial<Account> = {}): Account => ({
  id,
  kind: 'chequing',
  currency: 'CAD',
  unavailable: null,
  isChosen: false,
  details: {} as Account['details'],
  ...change,
})

const mixed = [
  account('plain'),
  account('dollars', { currency: 'USD' }),
  account('card', { kind: 'credit_card' }),
  account('closed', { unavailable: 'closed', kind: 'credit_card' }),
]

const reasons = (filter: { currencies?: string[]; kinds?: string[] }) =>
  Object.fromEntries(
    offerAccounts(mixed, { currencies: [], kinds: [], ...filter }).map(({ id, unavailable }) => [
      id,
      unavailable,
    ]),
  )

describe('what is offered', () => {
  it('is all that the bank shares where the tenant takes any', () => {
    expect(reasons({})).toEqual({ plain: null, dollars: null, card: null, closed: 'closed' })
  })

  it('keeps what the tenant does not take, with the reason; the bank’s own comes first (AU5)', () => {
    expect(reasons({ currencies: ['CAD'] })).toMatchObject({
      plain: null,
      dollars: 'currency',
      closed: 'closed',
    })
    expect(reasons({ kinds: ['chequing', 'savings'] })).toMatchObject({
      card: 'kind',
      closed: 'closed',
      dollars: null,
    })
  })

  it('decides what may be chosen, whatever a form says', () => {
    const offered = offerAccounts(mixed, { currencies: ['CAD'], kinds: ['chequing'] })
    expect(chosenIds('several', offered, ['plain', 'dollars'])).toEqual({
      ok: false,
      reason: 'not_shareable',
    })
    expect(chosenIds('several', offered, ['plain'])).toEqual({ ok: true, value: ['plain'] })
    expect(chosenIds('all', offered, [])).toEqual({ ok: true, value: ['plain'] })
    const none = offerAccounts(mixed, { currencies: [], kinds: ['mortgage'] })
    expect(chosenIds('all', none, [])).toEqual({ ok: false, reason: 'none_chosen' })
  })
})
