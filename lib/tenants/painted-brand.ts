import type { Copy } from './copy.ts'

/** A tone per use, sRGB hex. Every text pair is at least 4.5:1 and every edge that carries meaning 3:1 (A11). */
export type Tones = {
  /** Behind the sheet that a page is on a wide screen; header and footer stand on it. */
  readonly ground: string
  readonly surface: string
  readonly raised: string
  readonly text: string
  readonly muted: string
  readonly border: string
  readonly controlBorder: string
  readonly primary: string
  readonly primaryHover: string
  readonly onPrimary: string
  readonly accent: string
  readonly onAccent: string
  readonly link: string
  readonly focus: string
  readonly danger: string
  readonly dangerSurface: string
  readonly notice: string
  readonly noticeSurface: string
}

/** A brand version ready to paint. `id` never names two different looks, so it may key caches. */
export type PaintedBrand = {
  readonly id: string
  readonly tenantName: string
  readonly logoPath: string | null
  /** The logo for dark screens; null where one serves for both. */
  readonly darkLogoPath: string | null
  readonly light: Tones
  readonly dark: Tones
  /** CSS pixels. */
  readonly cornerRadius: number
  readonly font: 'source-sans' | 'inter' | 'fraunces' | 'system'
  readonly privacyUrl: string
  readonly termsUrl: string
  readonly complaintsUrl: string
  readonly supportEmail: string
  readonly supportPhone: string | null
  readonly copy: Copy
}
