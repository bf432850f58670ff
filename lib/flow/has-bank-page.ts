import { getConnector } from '#lib/connectors/registry.ts'
import { chooseWay } from './choose-way.ts'
import { getChosenInstitution } from './chosen-institution.ts'
import type { OpenVisit } from './open-visit.ts'

/** Whether the person signs in at the own page of the bank that they chose. */
export const hasBankPage = async (open: OpenVisit): Promise<boolean> => {
  const institution = await getChosenInstitution(open)
  if (!institution.connectorId) return false
  const way = await chooseWay(open.db, institution, {
    sessionId: open.session.id,
    allowed: open.policy.institutionRules.connectors,
  })
  return getConnector(way.connectorId).redirectLogin !== undefined
}
