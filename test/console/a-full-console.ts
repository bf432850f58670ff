import { existsSync } from 'node:fs'
import { findConnection } from '#lib/connections/connection-store.ts'
import { putRouteAtDesk, seenOfWays } from '#lib/console/banks/change-route.ts'
import { readList } from '#lib/console/links/read-list.ts'
import { column, join, sql } from '#lib/db/sql.ts'
import { listRoutes } from '#lib/institutions/route-store.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { noteJoined } from '#lib/staff/membership-store.ts'
import { insertScimToken } from '#lib/staff/scim-token-store.ts'
import { listApiKeys } from '#lib/tenants/api-key-store.ts'
import { claimDomain } from '#lib/tenants/claim-domain.ts'
import { mintClientCredential } from '#lib/tenants/client-credential.ts'
import { listLiveCredentials } from '#lib/tenants/client-credential-store.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aMember, aStaffSession, type BuiltMember } from '#prisma/builders/a-member.ts'
import { aSignOn } from '#prisma/builders/a-sign-on.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { plantEverything } from '../../e2e/pages/console-pages.ts'
import { buildAssets } from '../../scripts/build/build.ts'
import type { Things } from './console-doors.ts'

/** What every page needs, and no builder makes: call it before the first console of a file. */
export const prepareConsoles = async (): Promise<void> => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  process.env.PORTICO_E2E_BUSINESS = 'https://business.example'
  await seedInstitutions()
}

const ways = {
  fdx: {
    issuer: 'https://bank.example',
    dataUrl: 'https://bank.example/fdx',
    clientId: 'canary-client',
    auth: { method: 'client_secret_basic', secret: 'canary-secret' },
  },
  aggregator: {
    baseUrl: 'https://up.example',
    customerId: '00000000-0000-4000-8000-000000000000',
    secret: 'canary-contract',
    asynchronous: false,
  },
} as const

const plantWays = async (tenant: BuiltTenant): Promise<Things> => {
  const desk = await aDesk(tenant, 'developer', 'banks.manage')
  for (const [connectorId, settings] of Object.entries(ways)) {
    const place = { institutionId: 9010, connectorId, upstreamKey: '' }
    const seen = seenOfWays(await listRoutes(tenant.db))
    await putRouteAtDesk(desk, { ...place, seen, settings: JSON.stringify(settings) })
  }
  const [first, second] = await listRoutes(tenant.db)
  return { routeId: second?.id ?? '', firstRouteId: first?.id ?? '', settings: JSON.stringify(ways.fdx) }
}

const plantKeys = async ({ db }: BuiltTenant): Promise<Things> => {
  await mintClientCredential(db, 'secret')
  const [credential] = await listLiveCredentials(db, new Date())
  const [key] = await listApiKeys(db)
  return { keyId: key?.id ?? '', dataKeyId: credential?.id ?? '' }
}

const plantList = async (tenant: BuiltTenant): Promise<Things> => {
  const desk = await aDesk(tenant, 'support', 'links.create')
  const order = { label: 'Good', days: 7, isMailed: false, isDemo: false, text: 'name\nAnn' }
  const read = await readList(desk, order)
  return { goodBatchId: read.ok ? read.value : '' }
}

const plantDomain = async ({ db, slug }: BuiltTenant): Promise<Things> => {
  const host = `${slug}.shop.example`
  const claimed = await claimDomain(db, host)
  return { domainId: claimed.ok ? claimed.value.id : '', host }
}

export type FullConsole = {
  readonly tenant: BuiltTenant
  readonly owner: BuiltMember
  /** Of the owner’s browser. */
  readonly token: string
  readonly things: Things
}

/** A tenant that has one of everything that the console shows or changes, and its owner signed in. */
export const aFullConsole = async (): Promise<FullConsole> => {
  const tenant = await aTenant()
  const planted = await plantEverything(tenant)
  const owner = await aMember(tenant, 'owner')
  const colleague = await aMember(tenant, 'support')
  const connection = await findConnection(tenant.db, planted.connectionId ?? '')
  const provider = { issuer: 'https://login.example', clientId: 'canary', clientSecret: 'canary' }
  await aSignOn(tenant, { ...provider, isVerified: false })
  await noteJoined(tenant.db, owner.id, new Date())
  await insertScimToken(tenant.db, { id: mintId('sct'), tokenHash: sha256(tenant.slug), hint: 'cana' })
  const things = {
    ...planted,
    ...(await plantWays(tenant)),
    ...(await plantKeys(tenant)),
    ...(await plantList(tenant)),
    ...(await plantDomain(tenant)),
    memberId: colleague.id,
    loginId: connection?.loginId ?? '',
  }
  return { tenant, owner, token: await aStaffSession(owner), things }
}

/** Every row that belongs to a tenant, as text: two that are equal say that nothing was written in between. */
export const everythingOf = async ({ db }: BuiltTenant): Promise<Readonly<Record<string, string>>> => {
  const tables = await db.tables.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenantId' order by 1`
  const each = tables.map(
    ({ name }) => sql`
      select ${name} as name, coalesce(json_agg(one order by one::text), '[]')::text as all
      from ${column(name)} as one where "tenantId" = ${db.tenantId}`,
  )
  const rows = await db.tables.$queryRaw<{ name: string; all: string }[]>(join(each, ' union all '))
  const [tenant] = await db.tables.$queryRaw<{ all: string }[]>`
    select to_json(one)::text as all from "Tenant" as one where id = ${db.tenantId}`
  return { ...Object.fromEntries(rows.map(({ name, all }) => [name, all])), Tenant: tenant?.all ?? '' }
}
