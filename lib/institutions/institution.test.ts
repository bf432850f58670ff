import { describe, expect, it } from 'vitest'
import { shippedDirectory } from './directory.ts'
import { hueOf, monogramOf, toInstitutionRow } from './institution.ts'

const shipped = shippedDirectory().map((row) => ({ ...row, disabledAt: null }))
const byId = (id: number) => {
  const found = shipped.find((row) => row.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

describe('an institution in a list', () => {
  it.each([
    ['RBC Royal Bank', 'RBC'],
    ['U.S. Bank', 'US'],
    ['M&T Bank', 'M&T'],
    ['Banque Nationale du Canada', 'BN'],
    ['Tangerine', 'T'],
    ['Épargne', 'E'],
    ['(·)', '•'],
  ])('%s is drawn as %s', (name, monogram) => {
    expect(monogramOf(name)).toBe(monogram)
  })

  it('has one of twelve hues, the same every time', () => {
    const hues = new Set(shipped.map(({ upstreamKey }) => hueOf(upstreamKey)))
    expect([...hues].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index * 30))
    expect(hueOf('RBC')).toBe(hueOf('RBC'))
  })

  it('speaks the person’s language', () => {
    expect(toInstitutionRow(byId(3), 'fr').name).toBe('RBC Banque Royale')
  })

  it('says whether it can be connected', () => {
    expect(toInstitutionRow(byId(14), 'en').state).toBe('ready')
    expect(toInstitutionRow({ ...byId(14), disabledAt: new Date() }, 'en').state).toBe('off')
    expect(toInstitutionRow(byId(3), 'en').state).toBe('not_connectable')
  })
})

describe('the directory that ships', () => {
  it('names no institution twice, by id, key or English name in a country', () => {
    const distinct = (values: readonly unknown[]): number => new Set(values).size
    expect(distinct(shipped.map(({ id }) => id))).toBe(shipped.length)
    expect(distinct(shipped.map(({ upstreamKey }) => upstreamKey))).toBe(shipped.length)
    expect(distinct(shipped.map(({ country, nameEn }) => `${country} ${nameEn}`))).toBe(shipped.length)
  })

  it('connects test institutions only, all but those that need a route with keys of their own', () => {
    const connected = shipped.filter(({ connectorId }) => connectorId !== null).map(({ id }) => id)
    expect(connected).toEqual([14, 9001, 9002, 9003])
    const tests = shipped.filter(({ isTest }) => isTest).map(({ id }) => id)
    expect(tests).toEqual([...connected, 9010, 9011])
  })

  it('lists at least sixty real ones of both countries, each with a name in both languages', () => {
    const real = shipped.filter(({ isTest }) => !isTest)
    expect(real.length).toBeGreaterThanOrEqual(60)
    expect(new Set(real.map(({ country }) => country))).toEqual(new Set(['CA', 'US']))
    expect(real.every(({ nameEn, nameFr }) => nameEn !== '' && nameFr !== '')).toBe(true)
  })

  it('knows the sign-in words of the largest, and gives a keyboard only where digits are all there is', () => {
    const worded = shipped.filter(({ loginWords }) => loginWords.username !== undefined).map(({ id }) => id)
    expect(worded).toEqual(expect.arrayContaining([2, 3, 4, 5, 6, 1, 7]))
  })

  it('keeps the ids that clients of the dialect know', () => {
    const known = { 1: 'BMO', 2: 'Desjardins', 3: 'RBC', 4: 'TD', 5: 'CIBC', 6: 'Scotia', 7: 'National' }
    for (const [id, key] of Object.entries(known)) expect(byId(Number(id)).upstreamKey).toBe(key)
  })
})
