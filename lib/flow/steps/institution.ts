import type { Institution } from '#lib/institutions/institution.ts'
import {
  findInstitution,
  findListedInstitution,
  searchInstitutions,
} from '#lib/institutions/institution-store.ts'
import { type Listing, unlistedId } from '#lib/institutions/listing.ts'
import { getRoutes } from '#lib/institutions/route-store.ts'
import { forget } from '#lib/journey/journey.ts'
import { insertEvent } from '#lib/sessions/session-store.ts'
import { bankHealth } from '../bank-health.ts'
import { institutionRowOf } from '../chosen-institution.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { refuse, type StepForm, type StepModule, stepDone, stepRecorded } from '../step-module.ts'

/** Rows on one page: enough to scroll on a phone, few enough to send. */
const pageSize = 24

const listingOf = async ({ db, policy, session }: OpenVisit): Promise<Listing> => ({
  rules: policy.institutionRules,
  isDemo: session.isDemo,
  routes: await getRoutes(db),
})

/** Institutions of investments are asked for, and no connector reaches one. */
const isUnserved = ({ session }: OpenVisit): boolean => session.frame?.settings.productType === 'investment'

const search = async (open: OpenVisit, query: string) =>
  isUnserved(open)
    ? { rows: [], total: 0 }
    : searchInstitutions({
        query,
        language: open.session.language,
        listing: await listingOf(open),
        healthOf: await bankHealth(open.db),
        limit: pageSize,
      })

/** The page around is told of one that is off: it may know another way. */
const refuseOff = async ({ db, session }: OpenVisit, institution: string) => {
  const detail = { fault: 'institution_disabled', institution }
  await insertEvent(db, session.id, { name: 'institution_refused', step: 'institution', detail })
  return refuse([{ field: 'institutionId', code: 'institution_off' }])
}

const isByFiles = ({ policy }: OpenVisit, form: StepForm): boolean =>
  policy.acceptsFiles && form.get('byFiles') !== ''

/** One of the list; by files also one that is in no list. */
const findAsked = async (open: OpenVisit, form: StepForm): Promise<Institution | null> => {
  const byFiles = isByFiles(open, form)
  const id = Number(form.get(byFiles ? 'byFiles' : 'institutionId'))
  if (byFiles && id === unlistedId) return findInstitution(unlistedId)
  return findListedInstitution(id, await listingOf(open))
}

export const institutionStep: StepModule<'institution'> = {
  view: async (open, query) => {
    const asked = (query.get('q') ?? '').trim().slice(0, 80)
    const found = await search(open, asked)
    return {
      step: 'institution',
      query: asked,
      isSearch: asked !== '',
      isUnserved: isUnserved(open),
      acceptsFiles: open.policy.acceptsFiles,
      ...found,
    }
  },
  submit: async (open, form) => {
    const { db, session, now } = open
    const byFiles = isByFiles(open, form)
    const institution = await findAsked(open, form)
    if (!institution || isUnserved(open))
      return refuse([{ field: 'institutionId', code: 'institution_unknown' }])
    const { state } = await institutionRowOf(institution, open)
    if (state === 'not_connectable' && !byFiles)
      return refuse([{ field: 'institutionId', code: 'institution_not_connectable' }])
    if (state === 'off' && !byFiles) return refuseOff(open, institution.upstreamKey)
    const former = session.facts.institution
    const isUnchanged = former?.institutionId === institution.id
    const isSameWay = (former?.byFiles ?? false) === byFiles
    if (isUnchanged && isSameWay && open.attempt?.status !== 'failed') return stepDone
    // The same bank keeps the instant of its choice, so that what was agreed for it still stands (UK1).
    const at = isUnchanged ? former.at : now.toISOString()
    const facts = {
      ...forget(session.facts, 'institution'),
      institution: { at, institutionId: institution.id, ...(byFiles ? { byFiles } : {}) },
    }
    const detail = { institutionId: institution.id }
    return stepRecorded(
      await recordFact(db, open, facts, { name: 'institution_chosen', step: 'institution', detail }),
    )
  },
}
