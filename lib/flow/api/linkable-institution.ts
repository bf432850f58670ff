import { getConnector } from '#lib/connectors/registry.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findRoutedByKey, getWays } from '#lib/institutions/find-routed.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { isListed } from '#lib/institutions/listing.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'

/** The institution that a tenant's server names, if its flow policy lists it: hidden is not only unseen. */
export const findLinkableInstitution = async (db: TenantDb, named: string): Promise<Institution | null> => {
  const institution = await findRoutedByKey(db, named)
  if (!institution) return null
  const { policyId } = await getCurrent(db)
  const { institutionRules: rules } = await getFlowPolicy(db, policyId)
  return isListed(institution, { rules, isDemo: false }) ? institution : null
}

/** Whether a login there is opened by credentials, and not at a page of the bank's own. */
export const takesCredentials = async (db: TenantDb, institution: Institution): Promise<boolean> =>
  (await getWays(db, institution)).some(({ connectorId }) => getConnector(connectorId).formLogin)
