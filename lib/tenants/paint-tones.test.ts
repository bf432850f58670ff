import { describe, expect, it } from 'vitest'
import { fc } from '../../test/properties.ts'
import { type Palette, paintTones } from './paint-tones.ts'
import { oklchOf, ratioOf } from './tone.ts'
import { failingPairs, grounds, measuredPairs } from './tone-pairs.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
// Grounds near mid-grey and pairs near each other are where painting is hard.
const grey = fc.integer({ min: 0, max: 255 }).map((v) => `#${v.toString(16).padStart(2, '0').repeat(3)}`)
const anyColour = fc.oneof(colour, grey)
const palette: fc.Arbitrary<Palette> = fc.record({
  primary: anyColour,
  accent: anyColour,
  surface: anyColour,
  text: anyColour,
})

const sober: Palette = { primary: '#1f5c3f', accent: '#8a5a12', surface: '#faf6ec', text: '#1d2a22' }

describe('painting the tones of a scheme', () => {
  it('leaves no failing pair, whatever four colours are chosen (A11, O5)', () => {
    fc.assert(
      fc.property(palette, (chosen) => {
        expect(failingPairs(paintTones(chosen).tones)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('paints a palette that passes exactly as it was chosen', () => {
    const { tones, corrections } = paintTones(sober)
    expect(corrections).toEqual([])
    expect(tones).toMatchObject(sober)
  })

  it('asks for nothing more once its corrections are taken over', () => {
    fc.assert(
      fc.property(palette, (chosen) => {
        const { primary, accent, surface, text } = paintTones(chosen).tones
        expect(paintTones({ primary, accent, surface, text }).corrections).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('tells what a failing colour measured and keeps its hue: yellow on white', () => {
    const { corrections, tones } = paintTones({ ...sober, surface: '#ffffff', primary: '#ffe600' })
    const [correction] = corrections
    expect(correction).toMatchObject({ token: 'primary', from: '#ffe600', to: tones.primary, needed: 3 })
    expect(correction?.ratio).toBeCloseTo(ratioOf('#ffe600', tones.ground), 5)
    expect(correction?.ratio).toBeLessThan(3)
    expect(Math.abs(oklchOf(tones.primary).h - oklchOf('#ffe600').h)).toBeLessThan(3)
  })

  it('moves a failing colour no further than it must', () => {
    const { tones } = paintTones({ ...sober, surface: '#ffffff', primary: '#ffe600' })
    expect(ratioOf(tones.primary, tones.ground)).toBeLessThan(3.2)
  })

  it('knows the ratio of each pair, of controls in every state and of what they stand on (O5)', () => {
    const { tones } = paintTones(sober)
    const pairs = measuredPairs(tones)
    expect(pairs.every(({ ratio, needed }) => ratio >= needed)).toBe(true)
    const ratio = (front: string, back: string) =>
      pairs.find((pair) => pair.front === front && pair.back === back)?.ratio
    expect(ratio('onPrimary', 'primaryHover')).toBe(ratioOf(tones.onPrimary, tones.primaryHover))
    for (const back of grounds) {
      expect(ratio('link', back)).toBe(ratioOf(tones.link, tones[back]))
      expect(ratio('focus', back)).toBe(ratioOf(tones.focus, tones[back]))
    }
  })

  it('moves a mid-grey surface until text has room', () => {
    const { corrections } = paintTones({ ...sober, surface: '#777777' })
    expect(corrections.map(({ token }) => token)).toContain('surface')
  })
})
