/** What a visit is made on, as far as layout and habits depend on it. Nothing else of a browser is kept. */
export const devices = ['phone', 'tablet', 'desktop'] as const
export type Device = (typeof devices)[number]

/** What a browser says of itself: the whole text, and `Sec-CH-UA-Mobile` where it sends one. */
export type BrowserClues = { readonly userAgent: string | null; readonly mobileHint: string | null }

const tablet = /iPad|Tablet|PlayBook|Silk|Kindle|Android(?!.*Mobi)/i
const phone = /Mobi|iPhone|iPod|Windows Phone|Opera Mini/i
const desktop = /Windows NT|Macintosh|X11|CrOS/i

/**
 * The class of a device. `Mobi` is what makers of browsers ask to look for; Android without it is a tablet. An iPad that
 * asks for desktop pages says that it is a Macintosh, and counts as one.
 */
export const deviceOf = ({ userAgent, mobileHint }: BrowserClues): Device | null => {
  const text = userAgent?.slice(0, 512) ?? ''
  if (tablet.test(text)) return 'tablet'
  if (phone.test(text) || mobileHint === '?1') return 'phone'
  return desktop.test(text) || mobileHint === '?0' ? 'desktop' : null
}
