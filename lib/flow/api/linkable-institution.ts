import { getConnector } from '#lib/connectors/registry.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findRoutedByKey, getWays } from '#lib/institutions/find-routed.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { isListed } from '#lib/institutions/listing.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { isAlwaysDemo } from '#lib/tenants/demo-mode.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'

const policyOf = async (db: TenantDb): Promise<FlowPolicy> =>
  getFlowPolicy(db, (await getCurrent(db)).policyId)

/** The institution that a tenant's server names, if its flow policy lists it: hidden is not only unseen. */
export const findLinkableInstitution = async (db: TenantDb, named: string): Promise<Institution | null> => {
  const policy = await policyOf(db)
  const rules = policy.institutionRules
  const institution = await findRoutedByKey(db, named, rules.connectors)
  return institution && isListed(institution, { rules, isDemo: isAlwaysDemo(policy) }) ? institution : null
}

/** Whether a login there is opened by credentials, and not at a page of the bank's own. */
export const takesCredentials = async (db: TenantDb, institution: Institution): Promise<boolean> =>
  (await getWays(db, institution, (await policyOf(db)).institutionRules.connectors)).some(
    ({ connectorId }) => getConnector(connectorId).formLogin,
  )
