import { paintTones } from '#lib/tenants/paint-tones.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'

/** For pages that no tenant can be named for, such as an unknown link. It has no addresses, so the footer shows none. */
export const neutralBrand: PaintedBrand = {
  id: 'neutral',
  tenantName: 'Portico',
  logoPath: null,
  darkLogoPath: null,
  cornerRadius: 8,
  font: 'system',
  privacyUrl: '',
  termsUrl: '',
  complaintsUrl: '',
  supportEmail: '',
  supportPhone: null,
  copy: {},
  light: paintTones({ primary: '#27496d', accent: '#b45309', surface: '#ffffff', text: '#18212b' }).tones,
  dark: paintTones({ primary: '#9cc3ea', accent: '#f5b454', surface: '#12181f', text: '#eef1f4' }).tones,
}
