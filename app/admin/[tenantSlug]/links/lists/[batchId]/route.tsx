// GET /admin/:tenantSlug/links/lists/:batchId: owners, support. What a list came to: flaws, progress, addresses.
import { viewList } from '#lib/console/links/view-list.ts'
import { AppError } from '#lib/kit/errors.ts'
import { staffPage } from '../../../../_doors/staff-door.tsx'
import { consolePath } from '../../../../_ui/navigation.ts'
import { ListPage } from './list-page.tsx'

export const GET = staffPage('links.create', async ({ desk, params, t }) => {
  const list = await viewList(desk, params.batchId ?? '')
  if (!list) throw new AppError('not_found')
  const links = consolePath(desk.tenant.slug, 'links')
  return {
    place: 'links',
    title: list.batch.label || t('console.lists.one'),
    crumbs: [
      { label: t('console.sections.links'), href: links },
      { label: t('console.lists.title'), href: `${links}/lists` },
    ],
    body: <ListPage links={links} list={list} path={`${links}/lists/${list.batch.id}`} t={t} />,
  }
})
