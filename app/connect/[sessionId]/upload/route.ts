// POST /connect/:sessionId/upload: whose browser holds the visit's proof. Takes the files of the step `files` and leads
// to the page that is due.
// GET: leads to the page that has the form.
import { submitStep } from '#lib/flow/submit-step.ts'
import { limitForm } from '#lib/web/limit-step.ts'
import { readFilesForm } from '#lib/web/read-files-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { leadsTo } from '../../../_doors/leads-to.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'

export const POST = pageDoor(async (request, { sessionId = '' }) => {
  const { open, proof } = await visitFrom(request, sessionId)
  await limitForm(request, open, 'files')
  const { step } = await submitStep(open, proof, 'files', await readFilesForm(request))
  return seeOther(`/connect/${sessionId}/${step}`)
})

export const GET = leadsTo(({ sessionId }) => `/connect/${sessionId}/files`)
