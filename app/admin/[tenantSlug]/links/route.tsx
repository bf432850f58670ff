// GET /admin/:tenantSlug/links: owners, support, developers. The public link with its QR code, a form for a personal one,
// and all personal links with how far they got.
import { listLinksTold } from '#lib/console/links/list-links.ts'
import { siteOf } from '#lib/tenants/tenant-site.ts'
import { linkQuery } from '#lib/web/console/link-forms.ts'
import { listAddress } from '#lib/web/console/list-query.ts'
import { staffPage } from '../../_doors/staff-door.tsx'
import { linksView } from './links-view.tsx'

export const GET = staffPage('links.view', async (scene) => {
  const query = linkQuery(scene.request)
  const links = await listLinksTold(scene.desk, query, new Date())
  return linksView(scene, {
    query,
    links,
    address: listAddress(scene.request),
    site: await siteOf(scene.desk.db),
  })
})
