// POST /admin/language: members. The language of the console and of its mails. GET leads to the entrance.
import { setMemberLanguage } from '#lib/staff/member-store.ts'
import { readForm } from '#lib/web/read-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { nextPath } from '#lib/web/staff/sign-in-again.ts'
import { leadsTo } from '../../_doors/leads-to.ts'
import { memberDoor } from '../_doors/staff-door.tsx'

export const POST = memberDoor(async ({ request, signedIn }) => {
  const form = await readForm(request)
  await setMemberLanguage(signedIn.member.id, form.get('language') === 'fr' ? 'fr' : 'en')
  return seeOther(nextPath(form.get('next')))
})
export const GET = leadsTo(() => '/admin')
