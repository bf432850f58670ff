// GET /admin/:tenantSlug: whoever works for the tenant. Where one arrives, and what waits for their approval.

import { listLostHosts } from '#lib/console/domains/list-lost-hosts.ts'
import { findDraftsToApprove } from '#lib/console/find-drafts-to-approve.ts'
import { readFirstSteps } from '#lib/console/first-steps.ts'
import { staffPage } from '../_doors/staff-door.tsx'
import { authorsOf } from '../_studio/show-studio.tsx'
import { Overview } from './_ui/overview.tsx'

export const GET = staffPage('overview.view', async ({ desk, language, t }) => {
  const waiting = await findDraftsToApprove(desk)
  const authors = await authorsOf(desk)
  const firstSteps = await readFirstSteps(desk)
  const lostHosts = await listLostHosts(desk)
  return {
    place: 'overview',
    title: desk.tenant.name,
    body: <Overview {...{ authors, desk, firstSteps, language, lostHosts, t, waiting }} />,
  }
})
