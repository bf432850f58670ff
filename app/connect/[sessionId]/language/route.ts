// POST /connect/:sessionId/language: whose browser holds the visit's proof. Goes on in another language.
// GET: leads to the page that has the form.
import { changeLanguage } from '#lib/flow/change-language.ts'
import { readForm } from '#lib/web/read-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const POST = pageDoor(async (request, { sessionId = '' }) => {
  const { open } = await visitFrom(request, sessionId)
  const form = await readForm(request)
  await changeLanguage(open, form.get('language'))
  return seeOther(`/connect/${sessionId}/${encodeURIComponent(form.get('step'))}`)
})

export const GET = leadsTo(({ sessionId }) => `/connect/${sessionId}`)
