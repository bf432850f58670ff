import { describe, expect, it } from 'vitest'
import { correctionsOf, paintBrand } from './paint-brand.ts'
import { failingPairs } from './tone-pairs.ts'

const brand = {
  id: 'brd_1',
  displayName: 'Bright',
  logoPath: null,
  darkLogoPath: null,
  primary: '#FFE600',
  accent: '#fff59d',
  surface: '#ffffff',
  text: '#fffde7',
  darkPrimary: '#112244',
  darkAccent: '#221133',
  darkSurface: '#101010',
  darkText: '#202020',
  cornerRadius: 4,
  font: 'inter' as const,
  privacyUrl: 'https://bright.example/privacy',
  termsUrl: 'https://bright.example/terms',
  complaintsUrl: 'https://bright.example/complaints',
  supportEmail: 'help@bright.example',
  supportPhone: null,
  copy: {},
}

describe('painting a brand', () => {
  it('paints both schemes without a failing pair', () => {
    const painted = paintBrand(brand)
    expect(failingPairs(painted.light)).toEqual([])
    expect(failingPairs(painted.dark)).toEqual([])
  })

  it('says of each scheme which colours it corrects', () => {
    const found = correctionsOf({ ...brand, primary: '#ffe600' }).map(
      ({ scheme, token }) => `${scheme} ${token}`,
    )
    expect(found).toEqual([
      'light text',
      'light primary',
      'light accent',
      'dark text',
      'dark primary',
      'dark accent',
    ])
  })

  it.each([
    ['a colour that is no hex', { primary: 'red' }],
    ['a link that is not https', { termsUrl: 'http://bright.example' }],
    ['a logo from elsewhere', { logoPath: 'https://cdn.example/logo.svg' }],
    ['a logo path that climbs', { logoPath: '/brands/../secret.svg' }],
    ['a font that is not ours', { font: 'comic' }],
  ])('refuses a corrupt row: %s', (_, change) => {
    expect(() => paintBrand({ ...brand, ...change })).toThrow()
  })
})
