// GET /admin/:tenantSlug: whoever works for the tenant. Where one arrives.
import { staffPage } from '../_doors/staff-door.tsx'
import { Overview } from './_ui/overview.tsx'

export const GET = staffPage('overview.view', async ({ desk, t }) => ({
  place: 'overview',
  title: desk.tenant.name,
  body: <Overview desk={desk} t={t} />,
}))
