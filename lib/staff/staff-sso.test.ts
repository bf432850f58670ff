import { describe, expect, it } from 'vitest'
import { domainOfEmail, issuerOf, ssoDomainSchema } from './staff-sso.ts'

const domainOf = (typed: string): string => {
  const read = ssoDomainSchema.safeParse(typed)
  return read.success ? read.data : (read.error.issues[0]?.message ?? '')
}

describe('a domain of mail addresses', () => {
  it.each([
    [' Works.Example. ', 'works.example'],
    ['@works.example', 'works.example'],
    ['ann@works.example', 'works.example'],
    ['équipe.example', 'xn--quipe-9ra.example'],
    ['localhost', 'domain_unusable'],
    ['10.0.0.1', 'domain_unusable'],
    ['-a.example', 'domain_unusable'],
    ['https://works.example/', 'domain_unusable'],
    ['', 'domain_unusable'],
    ['outlook.com', 'domain_public'],
    ['videotron.ca', 'domain_public'],
  ])('“%s” is %s', (typed, expected) => expect(domainOf(typed)).toBe(expected))

  it('is what stands behind the last @ of an address', () => {
    expect(domainOfEmail('ann@works.example')).toBe('works.example')
    expect(domainOfEmail('ann@équipe.example')).toBe(domainOf('équipe.example'))
  })
})

describe('an issuer', () => {
  it('may be given by the address of its description', () => {
    expect(issuerOf(' https://a.example/t/.well-known/openid-configuration ')).toBe('https://a.example/t')
    expect(issuerOf('https://a.example/')).toBe('https://a.example/')
  })
})
