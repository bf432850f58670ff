import { describe, expect, it } from 'vitest'
import { judgePointing, judgeProof, type Way } from './look-at-domain.ts'
import { isGone, readHost } from './tenant-domain.ts'

const around = { portalHost: 'portal.business.ca', allowsReserved: false }

describe('a host name', () => {
  it.each([
    ['connect.maple.ca', 'connect.maple.ca'],
    ['  Connect.Maple.CA. ', 'connect.maple.ca'],
    ['https://connect.maple.ca/e/maple?x=1', 'connect.maple.ca'],
    ['prêts.québec.ca', 'xn--prts-hpa.xn--qubec-csa.ca'],
    ['maple.xn--p1ai', 'maple.xn--p1ai'],
  ])('%s is taken as DNS knows it', (typed, host) => {
    expect(readHost(typed, around)).toEqual({ ok: true, value: host })
  })

  it.each([
    ['', 'no_name'],
    ['maple', 'no_name'],
    ['192.0.2.1', 'no_name'],
    ['[2001:db8::1]', 'no_name'],
    ['a.b.c.4', 'no_name'],
    ['-maple.ca', 'no_name'],
    ['maple..ca', 'no_name'],
    ['*.maple.ca', 'no_name'],
    ['maple.ca:8080', 'no_name'],
    ['ma ple.ca', 'no_name'],
    ['maple.ca/path', 'no_name'],
    [`${'a.'.repeat(122)}ca`, 'too_long'],
    ['portal.business.ca', 'ours'],
    ['maple.portal.business.ca', 'ours'],
    ['connect.localhost', 'reserved'],
    ['maple.example', 'reserved'],
  ])('“%s” is refused: %s', (typed, flaw) => {
    expect(readHost(typed, around)).toEqual({ ok: false, reason: flaw })
  })

  it('that is reserved may be tried where the portal is a demo', () => {
    expect(readHost('maple.localhost', { ...around, allowsReserved: true }).ok).toBe(true)
  })
})

const found = (...value: string[]) => ({ ok: true, value }) as const
const silence = { ok: false, reason: 'no_answer' } as const

describe('the proof of a domain', () => {
  it.each([
    ['found among other texts', found('v=spf1', 'portico-domain=dom_1'), 'found'],
    ['missing', found(), 'missing'],
    ['another one’s', found('portico-domain=dom_2'), 'wrong'],
    ['not to be had', silence, 'no_answer'],
  ])('%s', (_, texts, state) => {
    expect(judgeProof(texts, 'dom_1').state).toBe(state)
  })

  it('that is wrong says what stands in its place', () => {
    expect(judgeProof(found('portico-domain=dom_2'), 'dom_1').seen).toEqual(['portico-domain=dom_2'])
  })
})

describe('where a domain leads', () => {
  const nothing: Way = { aliases: found(), addresses: found(), portalAddresses: found('203.0.113.1') }
  it.each([
    ['by another name', { aliases: found('portal.business.ca') }, 'found'],
    [
      'by another name, elsewhere',
      { aliases: found('other.host.ca'), addresses: found('203.0.113.1') },
      'wrong',
    ],
    ['by the portal’s own address', { addresses: found('203.0.113.1') }, 'found'],
    ['to the portal and elsewhere', { addresses: found('203.0.113.1', '203.0.113.9') }, 'wrong'],
    ['nowhere', {}, 'missing'],
    ['nobody can say', { aliases: silence }, 'no_answer'],
    [
      'somewhere, and where the portal is nobody can say',
      { addresses: found('203.0.113.1'), portalAddresses: silence },
      'no_answer',
    ],
  ])('%s', (_, way, state) => {
    expect(judgePointing({ ...nothing, ...way }, 'portal.business.ca').state).toBe(state)
  })
})

it('a server that does not answer takes nothing from a domain', () => {
  const silent = { state: 'no_answer' as const, seen: [] }
  const there = { state: 'found' as const, seen: [] }
  expect(isGone({ proof: silent, pointing: there })).toBe(false)
  expect(isGone({ proof: there, pointing: { state: 'missing', seen: [] } })).toBe(true)
})
