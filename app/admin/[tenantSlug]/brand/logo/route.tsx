// POST /admin/:tenantSlug/brand/logo: whoever may change the look. Saves what was typed with a logo, drawn anew, or without
// it. GET leads to the page of the form.
import { keepLogo } from '#lib/console/keep-logo.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { staffUpload } from '../../../_doors/staff-door.tsx'
import { showStudio } from '../../../_studio/show-studio.tsx'
import { saveTyped, typedIn } from '../../../_studio/studio-doors.tsx'

export const GET = leadsTo(({ tenantSlug }) => `/admin/${tenantSlug}/brand`)
export const POST = staffUpload('brand.edit', async ({ form, fileBytes, fileText: _, ...scene }) => {
  const typed = typedIn('brand', scene.desk, form) ?? (await openDraft(scene.desk.db, 'brand')).document
  const [act, place] = form.get('logo').split(':')
  const at = place === 'darkLogoPath' ? place : 'logoPath'
  const logo = act === 'remove' ? null : await keepLogo(scene.desk, await fileBytes(`${at}.file`))
  if (logo?.ok === false)
    return showStudio('brand', scene, { document: typed, refusal: logo.reason, status: 422 })
  const document = { ...typed, [at]: logo?.value ?? '' }
  return saveTyped('brand', scene, { seen: form.get('seen'), document })
})
