// GET /docs/connect/doctor?embed=…&page=…: anybody; the form, filled in by a link of the SDK. POST the same: examines.
// Nothing is kept, so there is nothing to lead to after the form: a token in it must not end up in an address.
import { diagnose } from '#lib/compat/connect/doctor/diagnose.ts'
import { assets } from '#lib/web/assets.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { readForm } from '#lib/web/read-form.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { complaintFrom } from './complaint-from.ts'
import { DoctorPage } from './doctor-page.tsx'

export const GET = pageDoor(async (request) => {
  const complaint = complaintFrom(new URL(request.url).searchParams)
  const page = { assets: assets(), complaint, findings: null, language: preferredLanguage(request) }
  return respondWithPage({ render: (nonce) => <DoctorPage {...page} nonce={nonce} /> })
})

export const POST = pageDoor(async (request) => {
  await takeTurns(request, 'link', {})
  const complaint = complaintFrom(await readForm(request))
  const findings = await diagnose(complaint, new Date())
  const page = { assets: assets(), complaint, findings, language: preferredLanguage(request) }
  return respondWithPage({ render: (nonce) => <DoctorPage {...page} nonce={nonce} /> })
})
