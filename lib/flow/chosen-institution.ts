import { findRoutedInstitution } from '#lib/institutions/find-routed.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { toInstitutionRow } from '#lib/institutions/institution.ts'
import { bankHealth } from './bank-health.ts'
import type { OpenVisit } from './open-visit.ts'
import type { InstitutionRow } from './view.ts'

/** The institution that the facts name. Throws where none does: the step was reached out of order. */
export const getChosenInstitution = async ({ db, session, policy }: OpenVisit): Promise<Institution> => {
  const id = session.facts.institution?.institutionId
  const institution =
    id === undefined ? null : await findRoutedInstitution(db, id, policy.institutionRules.connectors)
  if (!institution) throw new Error('no institution was chosen')
  return institution
}

export const institutionRowOf = async (
  institution: Institution,
  { db, session }: OpenVisit,
): Promise<InstitutionRow> => {
  const healthOf = await bankHealth(db)
  return toInstitutionRow(institution, session.language, healthOf(institution))
}

export const chosenInstitutionRow = async (open: OpenVisit): Promise<InstitutionRow> =>
  institutionRowOf(await getChosenInstitution(open), open)
