// POST /connect/:sessionId/submit/:step: whose browser holds the visit's proof. The one way to write: takes the form
// of a step and leads to the page that is due.
// GET: leads to the page that has the form.
import { submitStep } from '#lib/flow/submit-step.ts'
import { isStepId } from '#lib/journey/step-ids.ts'
import { AppError } from '#lib/kit/errors.ts'
import { limitForm } from '#lib/web/limit-step.ts'
import { readForm } from '#lib/web/read-form.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { leadsTo } from '../../../../_doors/leads-to.ts'
import { pageDoor } from '../../../../_doors/page-door.tsx'
import { respondToSubmit } from './respond-to-submit.ts'

export const POST = pageDoor(async (request, { sessionId = '', step = '' }) => {
  const { open, proof } = await visitFrom(request, sessionId)
  if (!isStepId(step)) throw new AppError('not_found')
  await limitForm(request, open, step)
  const due = await submitStep(open, proof, step, await readForm(request))
  return respondToSubmit({ open, proof, step }, due)
})

export const GET = leadsTo(({ sessionId, step }) => `/connect/${sessionId}/${step}`)
