import { describe, expect, it } from 'vitest'
import { readFrameRequest } from './frame-request.ts'
import { otherParameters, readParameters } from './parameters.ts'

const around = { isFramed: true, origin: null, cookie: null, proofOf: () => null }
const wishesOf = (path: string, form = new Map<string, string>()) =>
  readFrameRequest(new Request(`https://portal.example${path}`), around, form).wishes

describe('the address of a frame', () => {
  it('shows with `demoOutbound` how a bank with a page of its own is connected, among test banks', () => {
    expect(wishesOf('/v2/?demoOutbound=true')).toMatchObject({ isDemo: true, institution: 'SandboxOpenBank' })
    expect(wishesOf('/v2/Credential/14?demoOutbound=true').institution).toBe('14')
    expect(wishesOf('/v2/?toolbox=true')).toMatchObject({ isDemo: true, institution: null })
  })

  it.each([
    ['/v2/Credential/National/', 'National'],
    ['/V2/credential/Caisse%20populaire', 'Caisse populaire'],
    ['/v2/Credential/%E0%A4%A', null],
    ['/v2/Testing/', null],
    ['/v2', null],
  ])('%s begins at %s', (path, institution) => {
    expect(wishesOf(path).institution).toBe(institution)
  })

  it('takes the token from our own form before the one in the query', () => {
    const form = new Map([['authorizeToken', 'posted']])
    expect(wishesOf('/v2/?authorizeToken=written', form).authorizeToken).toBe('posted')
    expect(wishesOf('/v2/?authorizeToken=written').authorizeToken).toBe('written')
    expect(wishesOf('/v2/').authorizeToken).toBeNull()
  })

  it('may name what has no use here, and nothing changes (backgroundColor, loadingType …)', () => {
    const unneeded = Object.entries(otherParameters).filter(([, effect]) =>
      effect.startsWith('Taken, without'),
    )
    const query = new URLSearchParams(unneeded.map(([name]) => [name, 'x']))
    expect(unneeded.length).toBeGreaterThan(10)
    const { settings, hints } = readParameters(query)
    expect({ settings, hints }).toEqual({
      settings: readParameters(new URLSearchParams()).settings,
      hints: [],
    })
  })

  it('is carried along with what counts alone, whatever else stood there', () => {
    const path = `/v2/?tenant=maple&utm_source=mail&${'x'.repeat(9_000)}=1&OPENED=0&Tag=a&parent=b`
    const { triedPath, askedPath, windowPath } = readFrameRequest(
      new Request(`https://portal.example${path}`),
      around,
    )
    expect(windowPath).toBe('/v2/?tenant=maple&Tag=a')
    expect(triedPath).toBe('/v2/?tenant=maple&Tag=a&opened=1')
    expect(askedPath).toBe('/v2/?tenant=maple&Tag=a&opened=1&parent=unknown')
  })
})
