// POST /admin/setup/:token/close: whoever holds the setup link. It opens nothing any more. GET leads to the page.
import { closeSetup } from '#lib/console/sign-on/setup-desk.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { setupForm } from '../../../_doors/setup-door.tsx'

export const GET = leadsTo(({ token = '' }) => `/admin/setup/${token}`)
export const POST = setupForm(async ({ desk, language }) => {
  await closeSetup(desk)
  return { to: `/admin/setup/closed?${new URLSearchParams({ language })}` }
})
