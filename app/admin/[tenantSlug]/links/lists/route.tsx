// GET /admin/:tenantSlug/links/lists: owners, support. Lists of persons that links are made of, and a form for another.
// POST: takes such a list, looks it through and leads to what was found.
import { readList } from '#lib/console/links/read-list.ts'
import { listBatches } from '#lib/links/link-batch-store.ts'
import { listForm } from '#lib/web/console/link-forms.ts'
import { staffPage, staffUpload } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { listsView } from './lists-view.tsx'

export const GET = staffPage('links.create', async (scene) =>
  listsView(scene, { lists: await listBatches(scene.desk.db, 50), flaw: null }),
)

export const POST = staffUpload('links.create', async (scene) => {
  const { desk, form, fileText } = scene
  const read = await readList(desk, listForm(form, await fileText('file')))
  if (read.ok) return { to: consolePath(desk.tenant.slug, 'links/lists', read.value) }
  return listsView(scene, { lists: await listBatches(desk.db, 50), flaw: read.reason })
})
