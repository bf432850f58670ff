// GET, POST /admin/open/:token: whoever holds a one-time link to the console. GET shows a button and spends nothing, for
// mail scanners come by GET; POST spends the link and signs its member in.
import { seeOther } from '#lib/web/respond.ts'
import { isLinkAlive, openSignInLink } from '#lib/web/staff/open-sign-in-link.ts'
import { signInProblem } from '#lib/web/staff/sign-in-page.ts'
import { consoleDoor } from '../../_doors/console-door.tsx'
import { respondWithSheet } from '../../_doors/respond-with-sheet.tsx'
import { OpenForm } from './open-form.tsx'

export const GET = consoleDoor(async (request, { token = '' }) => {
  if (!(await isLinkAlive(token))) return seeOther(signInProblem('link'))
  return respondWithSheet(request, (t) => ({ title: t('console.open.title'), body: <OpenForm t={t} /> }))
})

export const POST = consoleDoor(async (request, { token = '' }) => openSignInLink(request, token))
