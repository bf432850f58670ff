// GET, POST /admin/sign-in: anybody. Asks for a mail address; POST leads to the provider of its domain, or sends a one-time
// link there.
import { askWay } from '#lib/web/staff/ask-way.ts'
import { signInScene } from '#lib/web/staff/sign-in-page.ts'
import { withCookies } from '#lib/web/staff/with-cookies.ts'
import { consoleDoor } from '../_doors/console-door.tsx'
import { respondWithSheet } from '../_doors/respond-with-sheet.tsx'
import { SignInForm } from './sign-in-form.tsx'

export const GET = consoleDoor(async (request) => {
  const { cookies, ...scene } = await signInScene(request)
  const page = respondWithSheet(request, (t) => ({
    title: t('console.signIn.title'),
    body: <SignInForm t={t} {...scene} />,
  }))
  return withCookies(page, cookies)
})

export const POST = consoleDoor(askWay)
