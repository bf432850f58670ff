// GET and POST /admin/:tenantSlug/preview: whoever may see what is asked of people. A page of the journey as it would be:
// from the draft that is saved, or by POST from what is being typed. Nothing is stored and no bank is asked.

import { prepare } from '#lib/console/preview/prepare.ts'
import { readPreviewWish } from '#lib/console/preview/preview-scene.ts'
import { showPreview } from '#lib/console/preview/show-preview.ts'
import { typedIn } from '#lib/console/preview/typed-in.ts'
import { previewQuery } from '#lib/web/preview-query.ts'
import { respondWithPreview } from '../../../_preview/respond-with-preview.tsx'
import { staffForm, staffPage } from '../../_doors/staff-door.tsx'

export const GET = staffPage('policy.view', async ({ desk, request }) => {
  const prepared = await prepare({ db: desk.db, slug: desk.tenant.slug })
  return respondWithPreview(await showPreview(prepared, readPreviewWish(previewQuery(request))))
})
export const POST = staffForm('policy.view', async ({ desk, form }) => {
  const prepared = await prepare({ db: desk.db, slug: desk.tenant.slug }, typedIn(form))
  return respondWithPreview(await showPreview(prepared, readPreviewWish(form.get)))
})
