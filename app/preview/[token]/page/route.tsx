// GET and POST /preview/:token/page: whoever has the address, for a day. A page of the journey from the saved draft.
import { prepare } from '#lib/console/preview/prepare.ts'
import { readPreviewWish } from '#lib/console/preview/preview-scene.ts'
import { showPreview } from '#lib/console/preview/show-preview.ts'
import { previewQuery } from '#lib/web/preview-query.ts'
import { readForm } from '#lib/web/read-form.ts'
import { sharedPreview } from '#lib/web/shared-preview.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { respondWithPreview } from '../../../_preview/respond-with-preview.tsx'

export const GET = pageDoor(async (request, { token = '' }) => {
  const prepared = await prepare(await sharedPreview(token))
  return respondWithPreview(await showPreview(prepared, readPreviewWish(previewQuery(request))))
})
export const POST = pageDoor(async (request, { token = '' }) => {
  const prepared = await prepare(await sharedPreview(token))
  const form = await readForm(request)
  return respondWithPreview(await showPreview(prepared, readPreviewWish(form.get)))
})
