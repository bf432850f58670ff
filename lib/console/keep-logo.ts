import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { insertBrandAsset } from '#lib/tenants/brand-asset-store.ts'
import { drawLogo } from '#lib/tenants/draw-logo.ts'
import type { Desk } from './desk.ts'

/** For which screens a logo is. */
export type LogoPlace = 'logoPath' | 'darkLogoPath'

/** Where a logo of the tenant is served. Its content is in its name, so it may be cached for ever. */
export const logoAddress = (slug: string, id: string): string => `/logo/${slug}/${id}.png`

/** Keeps an uploaded logo, drawn anew. Answers its address, for the draft. */
export const keepLogo = async (
  desk: Desk<'brand.edit'>,
  bytes: Uint8Array,
): Promise<Outcome<string, 'logo_too_large' | 'logo_unreadable'>> => {
  const drawn = await drawLogo(bytes)
  if (!drawn.ok) return failed(drawn.reason)
  return succeeded(logoAddress(desk.tenant.slug, await insertBrandAsset(desk.db, drawn.value)))
}
