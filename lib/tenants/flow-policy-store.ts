import { scopeDoors } from '#lib/db/scope-doors.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { type Id, mintId, type TenantId } from '#lib/kit/ids.ts'
import { forgetCurrent } from './current-versions.ts'
import { type FlowPolicy, flowPolicySchema, type NewFlowPolicy } from './flow-policy.ts'
import { refusePressure } from './pressure-words.ts'
import { VersionCache } from './version-cache.ts'
import { planted, type VersionOrigin } from './version-origin.ts'
import { takePublishingTurn } from './version-store.ts'

const policies = new VersionCache<FlowPolicy>()

/** A published policy, kept in memory once read. Throws when it is not this tenant's or its row is corrupt. */
export const getFlowPolicy = (db: TenantDb, id: string): Promise<FlowPolicy> =>
  policies.get(`${db.tenantId}|${id}`, async () =>
    flowPolicySchema.parse(await db.tables.flowPolicyVersion.findUniqueOrThrow({ where: { id } })),
  )

/** The newest published policy, or null. */
export const findNewestPolicy = async (db: TenantDb): Promise<FlowPolicy | null> => {
  const row = await db.tables.flowPolicyVersion.findFirst({ orderBy: { version: 'desc' } })
  return row && flowPolicySchema.parse(row)
}

/** Which version of the policy an id names, and whose law it followed; null where it is not this tenant's. */
export const findPolicyVersion = (
  db: TenantDb,
  id: string,
): Promise<{ readonly version: number; readonly region: string | null } | null> =>
  db.tables.flowPolicyVersion.findUnique({ where: { id }, select: { version: true, region: true } })

/** Publishes the next version; answers its id. Visits that have begun stay on theirs. */
export const publishFlowPolicy = async (
  db: TenantDb,
  policy: NewFlowPolicy,
  origin: VersionOrigin = planted,
): Promise<Id<'pol'>> => {
  const id = mintId('pol')
  const data = { ...flowPolicySchema.parse({ ...policy, id }), ...origin, tenantId: db.tenantId }
  const asked = data.scopes.flatMap(({ purpose, reason }) => [purpose, ...(reason ? [reason] : [])])
  refusePressure({ en: asked.map(({ en }) => en), fr: asked.map(({ fr }) => fr) })
  await inTransaction(db, async (tx) => {
    await takePublishingTurn(tx)
    const version = (await tx.tables.flowPolicyVersion.count()) + 1
    await tx.tables.flowPolicyVersion.create({ data: { ...data, version } })
  })
  forgetCurrent(db)
  return id
}

type Listing = { readonly allowedOrigins: { has: string } } | { readonly returnUrls: { has: string } }

const listTenantsOf = async (where: Listing): Promise<TenantId[]> => {
  const rows = await scopeDoors().flowPolicyVersion.findMany({
    where,
    select: { tenantId: true },
    distinct: ['tenantId'],
    take: 20,
  })
  return rows.map(({ tenantId }) => tenantId as TenantId)
}

/** Every tenant that has ever listed this origin: whether its newest policy still does is the caller's to ask. */
export const listTenantsOfOrigin = (origin: string): Promise<TenantId[]> =>
  listTenantsOf({ allowedOrigins: { has: origin } })

/** The same for an address to return to, letter by letter. */
export const listTenantsOfReturnUrl = (url: string): Promise<TenantId[]> =>
  listTenantsOf({ returnUrls: { has: url } })
