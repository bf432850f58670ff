import type { Surroundings } from '#lib/kit/outbound-address.ts'
import { getOutbound } from '#lib/kit/outbound-get.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { insertBrandAsset } from '#lib/tenants/brand-asset-store.ts'
import type { BrandDraft } from '#lib/tenants/brand-draft.ts'
import { type DrawnLogo, drawLogo, mostLogoBytes, pixelsOf } from '#lib/tenants/draw-logo.ts'
import { mainColour } from '#lib/tenants/main-colour.ts'
import { proposeTheme } from '#lib/tenants/propose-theme.ts'
import { siteMarks } from '#lib/tenants/site-marks.ts'
import type { Desk } from './desk.ts'
import { logoAddress } from './keep-logo.ts'

const pageLimits = { timeoutMs: 8_000, maxBytes: 1024 * 1024 }
const logoLimits = { timeoutMs: 5_000, maxBytes: mostLogoBytes }
const mostLogos = 4

/** The first picture that can be read and drawn. */
const firstLogo = async (addresses: readonly string[], around?: Surroundings): Promise<DrawnLogo | null> => {
  for (const url of addresses.slice(0, mostLogos)) {
    const fetched = await getOutbound({ url, ...logoLimits }, around)
    const drawn = fetched.ok ? await drawLogo(fetched.value.bytes) : null
    if (drawn?.ok) return drawn.value
  }
  return null
}

const addressOf = (typed: string): string => {
  const text = typed.trim()
  return /^[a-z]+:/i.test(text) ? text : `https://${text}`
}

/**
 * The look that a website suggests: its logo, and a whole theme from its colour, else from that of the logo. The page
 * and the pictures are fetched as anything that somebody else chose, and drawn anew.
 */
export const proposeFromSite = async (
  { db, tenant }: Pick<Desk, 'db' | 'tenant'>,
  typed: string,
  around?: Surroundings,
): Promise<Outcome<Partial<BrandDraft>, 'site_unreadable'>> => {
  const page = await getOutbound({ url: addressOf(typed), ...pageLimits }, around)
  if (!page.ok || page.value.mediaType !== 'text/html') return failed('site_unreadable')
  const marks = siteMarks(Buffer.from(page.value.bytes).toString('utf8'), page.value.url)
  const logo = await firstLogo(marks.logos, around)
  const colour =
    mainColour(marks.colour ? [marks.colour] : []) ?? (logo && mainColour(await pixelsOf(logo.image)))
  if (!logo && !colour) return failed('site_unreadable')
  return succeeded({
    ...(colour ? proposeTheme(colour) : {}),
    ...(logo ? { logoPath: logoAddress(tenant.slug, await insertBrandAsset(db, logo)) } : {}),
  })
}
