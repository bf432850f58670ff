import { toInstitutionRow } from '#lib/institutions/institution.ts'
import { findInstitution, searchInstitutions } from '#lib/institutions/institution-store.ts'
import { forget } from '#lib/journey/journey.ts'
import { recordFact } from '../record-fact.ts'
import { refuse, type StepModule, stepDone } from '../step-module.ts'

/** Rows on one page: enough to scroll on a phone, few enough to send. */
const pageSize = 24

export const institutionStep: StepModule<'institution'> = {
  view: async ({ session }, query) => {
    const asked = (query.get('q') ?? '').trim().slice(0, 80)
    const { language, isDemo } = session
    const found = await searchInstitutions({ query: asked, language, isDemo, limit: pageSize })
    return { step: 'institution', query: asked, isSearch: asked !== '', ...found }
  },
  submit: async (open, form) => {
    const { db, session, now } = open
    const institution = await findInstitution(Number(form.get('institutionId')))
    if (!institution || (session.isDemo && !institution.isTest))
      return refuse([{ field: 'institutionId', code: 'institution_unknown' }])
    const row = toInstitutionRow(institution, session.language)
    if (row.state !== 'ready') return refuse([{ field: 'institutionId', code: 'institution_off' }])
    const isUnchanged = session.facts.institution?.institutionId === institution.id
    if (isUnchanged && open.attempt && open.attempt.status !== 'failed') return stepDone
    const facts = {
      ...forget(session.facts, 'institution'),
      institution: { at: now.toISOString(), institutionId: institution.id },
    }
    const detail = { institutionId: institution.id }
    await recordFact(db, open, facts, { name: 'institution_chosen', step: 'institution', detail })
    return stepDone
  },
}
