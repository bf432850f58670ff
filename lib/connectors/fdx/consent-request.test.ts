import { describe, expect, it } from 'vitest'
import { scopeCatalogue } from '#lib/consents/scope-catalogue.ts'
import { settingsOfDoor } from '../../../test/banks/fdx-door.ts'
import { clustersFor, consentParameters, consentRequestFor } from './consent-request.ts'
import { readSettings } from './settings.ts'

const now = new Date('2026-03-01T12:00:00Z')
const request = (scopes: readonly string[], days = 90) => ({
  scopes,
  consentEndsAt: new Date(now.getTime() + days * 86_400_000),
})
const settings = (extra: object = {}) => {
  const read = readSettings(settingsOfDoor('http://127.0.0.1:3100', 'open', extra))
  if (!read.ok) throw new Error(read.reason.join())
  return read.value
}

describe('what the bank is told that the person agreed to', () => {
  it('asks for nothing that was not agreed, but the list to choose from', () => {
    expect(clustersFor([], '6')).toEqual(['ACCOUNT_BASIC'])
    expect(clustersFor(['balances', 'ongoing_refresh', 'unheard_of', 'toString'], '6')).toEqual([
      'ACCOUNT_BASIC',
      'ACCOUNT_DETAILED',
    ])
  })

  it('has a cluster for every scope of the catalogue that asks for data', () => {
    const asking = Object.entries(scopeCatalogue).filter(([, { clusters }]) => clusters.length > 0)
    const silent = asking.filter(
      ([scope]) => scope !== 'account_basics' && clustersFor([scope], '6').length < 2,
    )
    expect(silent).toEqual([])
  })

  it('follows the dialect’s version for account numbers', () => {
    expect(clustersFor(['account_numbers'], '5')).toContain('ACCOUNT_PAYMENTS')
    expect(clustersFor(['account_numbers'], '6')).toContain('PAYMENT_SUPPORT')
  })

  it('says until when and how far back, and files each cluster under its resource', () => {
    const scopes = ['transactions_365', 'holder_contact', 'statements']
    expect(consentRequestFor(request(scopes), clustersFor(scopes, '6'), now)).toEqual({
      durationType: 'TIME_BOUND',
      durationPeriod: 90,
      lookbackPeriod: 365,
      resources: [
        { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] },
        { resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] },
        { resourceType: 'DOCUMENT', dataClusters: ['STATEMENTS'] },
      ],
    })
    expect(consentRequestFor(request([], 0), ['ACCOUNT_BASIC'], now)).toMatchObject({ durationPeriod: 1 })
  })

  it('stands in authorization details, in a parameter of the bank’s own, or in scopes alone', () => {
    const scope = 'openid offline_access fdx:accountbasic:read'
    const told = (extra: object) => consentParameters(settings(extra), ['ACCOUNT_BASIC'], { a: 1 })
    expect(told({})).toEqual({
      scope,
      authorization_details: '[{"type":"fdx_v1.0","consentRequest":{"a":1}}]',
    })
    expect(told({ consent: { by: 'parameter', name: 'consent' } })).toEqual({ scope, consent: '{"a":1}' })
    expect(
      told({ consent: { by: 'scope' }, scopes: [], clusterScopes: { ACCOUNT_BASIC: 'accounts' } }),
    ).toEqual({
      scope: 'accounts',
    })
  })
})
