import { describe, expect, it } from 'vitest'
import { readClaims } from './read-claims.ts'

const sso = { issuer: 'https://login.works.example', domain: 'works.example', provesFactor: true }
const ann = { email: 'Ann@Works.example', email_verified: true }
const reasonOf = (claims: unknown, of = sso) => {
  const read = readClaims(claims, of)
  return read.ok ? read.value.email : read.reason
}

describe('what a provider says of somebody', () => {
  it.each([
    [ann, 'ann@works.example'],
    [{ ...ann, email_verified: 'true' }, 'ann@works.example'],
    [{ email: ann.email, xms_edov: 1 }, 'ann@works.example'],
    [{ email: ann.email }, 'mail'],
    [{ ...ann, email_verified: false }, 'mail'],
    [{ ...ann, email_verified: false, xms_edov: true }, 'mail'],
    [{ email_verified: true }, 'mail'],
    [{ ...ann, email: 'ann' }, 'mail'],
    [{ ...ann, email: 'ann@sub.works.example' }, 'domain'],
    [{ ...ann, email: 'ann@works.example.evil.example' }, 'domain'],
    ['nothing', 'mail'],
  ])('%j is %s', (claims, expected) => expect(reasonOf(claims)).toBe(expected))

  it('counts at Google for accounts of the organization alone', () => {
    const google = { ...sso, issuer: 'https://accounts.google.com' }
    expect(reasonOf(ann, google)).toBe('domain')
    expect(reasonOf({ ...ann, hd: 'works.example' }, google)).toBe('ann@works.example')
  })

  it.each([
    [['pwd', 'mfa'], true],
    [['pwd', 'otp'], true],
    [['hwk'], true],
    [['pwd'], false],
    [undefined, true],
  ])('methods %j show a second factor: %s', (amr, shown) => {
    const read = readClaims({ ...ann, amr }, sso)
    expect(read.ok && read.value.isFactorShown).toBe(shown)
    const strict = readClaims({ ...ann, amr }, { ...sso, provesFactor: false })
    expect(strict.ok && strict.value.isFactorShown).toBe(false)
  })
})
