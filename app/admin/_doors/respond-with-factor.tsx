import { listFactors } from '#lib/console/factors/list-factors.ts'
import { proveByCode } from '#lib/console/factors/prove-by-code.ts'
import { readForm } from '#lib/web/read-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { relyingPartyOf } from '#lib/web/staff/relying-party.ts'
import { nextFrom, nextPath } from '#lib/web/staff/sign-in-again.ts'
import { takeFactorTurn } from '#lib/web/take-turns.ts'
import { type FactorMiss, FactorPage } from '../second-factor/factor-page.tsx'
import { respondWithOwnSheet } from './respond-with-own-sheet.tsx'
import type { Visit } from './staff-door.tsx'

export const showFactor = async (
  visit: Visit,
  miss: FactorMiss | null,
  next = nextFrom(visit.request),
): Promise<Response> => {
  if (visit.signedIn.session.provenAt) return seeOther(next)
  const factors = await listFactors(visit.signedIn.member.id)
  const hasSite = relyingPartyOf(visit.request) !== null
  return respondWithOwnSheet(visit, ({ t }) => ({
    status: miss ? 422 : 200,
    title: t('console.factor.title'),
    body: <FactorPage factors={factors} hasSite={hasSite} miss={miss} next={next} t={t} />,
  }))
}

export const answerFactor = async (visit: Visit): Promise<Response> => {
  await takeFactorTurn(visit.signedIn.member.id)
  const form = await readForm(visit.request)
  const next = nextPath(form.get('next'))
  const isProven = await proveByCode(visit.signedIn, form.get('code'), new Date())
  return isProven ? seeOther(next) : showFactor(visit, 'code', next)
}
