// GET /admin/:tenantSlug/connections/:connectionId: owners, support, developers. One connection: how it stands, under
// which consent, and who must act.
import { viewConnection } from '#lib/console/connections/view-connection.ts'
import { mayAtDesk } from '#lib/console/desk.ts'
import { AppError } from '#lib/kit/errors.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { bankName } from '../connection-words.tsx'
import { ConnectionPage } from './connection-page.tsx'

export const GET = staffPage('connections.view', async ({ desk, params, language, t }) => {
  const view = await viewConnection(desk, params.connectionId ?? '', new Date())
  if (!view) throw new AppError('not_found')
  const { slug } = desk.tenant
  const mayAct = mayAtDesk(desk, 'connections.act')
  const mayAudit = mayAtDesk(desk, 'audit.view')
  return {
    place: 'connections',
    title: bankName(view, language),
    crumbs: [{ label: t('console.sections.connections'), href: consolePath(slug, 'connections') }],
    body: <ConnectionPage {...{ view, slug, mayAct, mayAudit, language, t }} />,
  }
})
