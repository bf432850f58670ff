import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { type FlowPolicy, flowPolicySchema } from './flow-policy.ts'
import { VersionCache } from './version-cache.ts'

const policies = new VersionCache<FlowPolicy>()

/** A published policy, kept in memory once read. Throws when the stored row does not parse: it is corrupt. */
export const getFlowPolicy = (db: TenantDb, id: string): Promise<FlowPolicy> =>
  policies.get(`${db.tenantId}|${id}`, async () =>
    flowPolicySchema.parse(await db.tables.flowPolicyVersion.findUniqueOrThrow({ where: { id } })),
  )

/** Publishes the next version; answers its id. Visits that have begun stay on theirs. */
export const publishFlowPolicy = async (tx: TenantDb, policy: Omit<FlowPolicy, 'id'>): Promise<string> => {
  const id = mintId('pol')
  const data = flowPolicySchema.parse({ ...policy, id })
  const version = (await tx.tables.flowPolicyVersion.count()) + 1
  await tx.tables.flowPolicyVersion.create({ data: { ...data, version, tenantId: tx.tenantId } })
  return id
}
