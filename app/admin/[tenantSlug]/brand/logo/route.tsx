// POST /admin/:tenantSlug/brand/logo: whoever may change the look. A logo into the draft, drawn anew, or out of it. GET
// leads to the page of the form.
import { keepLogo } from '#lib/console/keep-logo.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffUpload } from '../../../_doors/staff-door.tsx'
import { showStudio } from '../../../_studio/show-studio.tsx'
import { consolePath } from '../../../_ui/navigation.ts'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand`)
export const POST = staffUpload('brand.edit', async ({ form, fileBytes, fileText: _, ...scene }) => {
  const place = form.get('place') === 'darkLogoPath' ? 'darkLogoPath' : 'logoPath'
  const bytes = form.get('act') === 'remove' ? null : fileBytes
  const kept = await keepLogo(scene.desk, { place, seen: form.get('seen'), bytes })
  if (kept.ok) return { to: consolePath(scene.desk.tenant.slug, 'brand'), flash: 'draft_saved' }
  return showStudio('brand', scene, { refusal: kept.reason, status: kept.reason === 'changed' ? 409 : 422 })
})
