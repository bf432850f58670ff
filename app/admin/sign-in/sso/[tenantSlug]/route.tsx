// GET /admin/sign-in/sso/:tenantSlug: anybody. The page before the provider of a tenant; where there is no other way in, it
// goes there by itself.
import { seeOther } from '#lib/web/respond.ts'
import { signInProblem } from '#lib/web/staff/sign-in-page.ts'
import { ssoScene } from '#lib/web/staff/sso-page.ts'
import { withCookies } from '#lib/web/staff/with-cookies.ts'
import { consoleDoor } from '../../../_doors/console-door.tsx'
import { respondWithSheet } from '../../../_doors/respond-with-sheet.tsx'
import { SsoChoice } from './sso-choice.tsx'

export const GET = consoleDoor(async (request, { tenantSlug = '' }) => {
  const scene = await ssoScene(request, tenantSlug)
  if (!scene) return seeOther(signInProblem('sso_off'))
  const headers = scene.signOn.sso.isRequired ? { refresh: `0; url=${scene.start}` } : undefined
  const sheet = respondWithSheet(
    request,
    (t) => ({ title: t('console.signIn.sso.title'), body: <SsoChoice scene={scene} t={t} /> }),
    headers,
  )
  return withCookies(sheet, scene.cookies)
})
