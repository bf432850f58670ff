import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { insertBrandAsset } from '#lib/tenants/brand-asset-store.ts'
import { drawLogo } from '#lib/tenants/draw-logo.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { saveDraft } from '#lib/tenants/save-draft.ts'
import { actorOf, type Desk } from './desk.ts'

/** For which screens a logo is. */
export type LogoPlace = 'logoPath' | 'darkLogoPath'

type Keeping = { readonly place: LogoPlace; readonly seen: string; readonly bytes: Uint8Array | null }

/** Where a logo of the tenant is served. Its content is in its name, so it may be cached for ever. */
export const logoAddress = (slug: string, id: string): string => `/logo/${slug}/${id}.png`

/** Puts an uploaded logo into the draft, drawn anew; `bytes` null takes the logo out. */
export const keepLogo = async (
  desk: Desk<'brand.edit'>,
  { place, seen, bytes }: Keeping,
): Promise<Outcome<string, 'changed' | 'logo_too_large' | 'logo_unreadable'>> => {
  const open = await openDraft(desk.db, 'brand')
  if (open.revision !== seen) return failed('changed')
  const drawn = bytes ? await drawLogo(bytes) : succeeded(null)
  if (!drawn.ok) return drawn
  const address = drawn.value
    ? logoAddress(desk.tenant.slug, await insertBrandAsset(desk.db, drawn.value))
    : ''
  const document = { ...open.document, [place]: address }
  return saveDraft(desk.db, 'brand', { seen, document, actor: actorOf(desk) })
}
