import { expect, it } from 'vitest'
import { maple } from '#prisma/seed/maple.ts'
import { readPreviewWish } from './preview-scene.ts'
import { sampleAccounts } from './sample-accounts.ts'
import { type SamplePersonName, samplePerson, samplePersonNames } from './sample-people.ts'

const policy = { ...maple.policy, id: 'pol_1', returnUrls: [], allowedOrigins: [] }
const rowsOf = (who: SamplePersonName, change: Partial<typeof policy> = {}) =>
  sampleAccounts({ policy: { ...policy, ...change }, language: 'fr', who: samplePerson(who) }, true)

it('the accounts of each person are offered as the policy takes them, the first that may be chosen', () => {
  expect(rowsOf('usd', { accountCurrencies: ['CAD'] }).some(({ isChosen }) => isChosen)).toBe(false)
  expect(rowsOf('usd', { accountCurrencies: [] }).filter(({ isChosen }) => isChosen)).toHaveLength(1)
  expect(rowsOf('closed').every(({ unavailable }) => unavailable !== null)).toBe(true)
  expect(rowsOf('no_accounts')).toEqual([])
})

it('no two accounts of a person are the same one', () => {
  for (const who of samplePersonNames) {
    const ids = rowsOf(who).map(({ id }) => id)
    expect(new Set(ids).size, who).toBe(ids.length)
  }
})

it('whoever is not known is the usual person', () => {
  expect(readPreviewWish((name) => (name === 'who' ? 'nobody' : '')).who).toBe('usual')
  expect(readPreviewWish((name) => (name === 'who' ? 'forty_accounts' : '')).who).toBe('forty_accounts')
})
