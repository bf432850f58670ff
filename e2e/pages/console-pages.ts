import { readdirSync, readFileSync } from 'node:fs'
import type { BuiltTenant } from '../../prisma/builders/a-tenant.ts'
import { addresses } from '../stack/addresses.ts'

/** What each bracket of an address stands for. */
export type PlantedThings = Readonly<Record<string, string>>

/** Pages that look different with other questions than none. */
const asked: Readonly<Record<string, readonly string[]>> = {
  '/admin/[tenantSlug]/sessions': ['', '?q=nobody'],
  '/admin/[tenantSlug]/connections': ['', '?q=cnx_0', '?needs=attention'],
  '/admin/[tenantSlug]/funnel': ['', '?by=device&compare=period', '?device=tablet'],
}

type ConsolePage = { readonly file: string; readonly path: string; readonly query: string }

/** What is asked for, with what stands in its brackets. */
export const addressOfPage = ({ path, query }: ConsolePage, things: PlantedThings): string => {
  // The one page that a token opens again and again is looked at as who holds it sees it.
  const { setupToken = '[token]' } = things
  const known: PlantedThings = path.startsWith('/admin/setup/') ? { ...things, token: setupToken } : things
  return path.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => known[name] ?? `[${name}]`) + query
}

/** Every door of the console that answers GET with more than the way to another; one twice that looks different. */
export const consolePages = (): readonly ConsolePage[] =>
  readdirSync('app/admin', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .filter((file) =>
      /export const GET = (?!leadsTo)|export \{[^}]*GET/.test(readFileSync(`app/admin/${file}`, 'utf8')),
    )
    .map((file) => ({ file, path: `/admin/${file.replace(/\/?route\.tsx?$/, '')}`.replace(/\/$/, '') }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .flatMap((page) => (asked[page.path] ?? ['']).map((query) => ({ ...page, query })))

/** The addresses of all of them: a new page is looked at by itself. */
export const consoleAddresses = (things: PlantedThings): readonly string[] =>
  consolePages().map((page) => addressOfPage(page, things))

const plantWebhook = async ({ db }: BuiltTenant): Promise<PlantedThings> => {
  const { createEndpoint } = await import('../../lib/delivery/create-endpoint.ts')
  const { sendTestEvent } = await import('../../lib/delivery/send-test-event.ts')
  const form = { envelope: 'standard' as const, eventNames: [], isTest: false }
  const made = await createEndpoint(db, { url: `${addresses.business()}/hooks`, ...form }, 'test')
  if (!made.ok) throw new Error('no endpoint')
  const endpointId = made.value.endpoint.id
  await sendTestEvent(db, endpointId, 'test')
  const { id: deliveryId } = await db.tables.webhookDelivery.findFirstOrThrow()
  return { endpointId, deliveryId }
}

const plantLinks = async (tenant: BuiltTenant): Promise<PlantedThings> => {
  const { aDesk } = await import('../../prisma/builders/a-desk.ts')
  const { readList } = await import('../../lib/console/links/read-list.ts')
  const { mintLink } = await import('../../lib/links/mint-link.ts')
  const { link } = await mintLink(tenant.db, { tag: 'file 42' }, { actor: 'test', now: new Date() })
  const text = 'name,email,language,tag\nAnn,not an address,en,a\nZoé,zoe@example.com,fr,b'
  const order = { label: 'People', days: 7, isMailed: false, isDemo: false, text }
  const read = await readList(await aDesk(tenant, 'support', 'links.create'), order)
  if (!read.ok) throw new Error(read.reason)
  return { linkId: link.id, batchId: read.value }
}

const told = [
  [0, 'step_shown', 'identity'],
  [20, 'problem_shown', 'identity', { problems: [{ code: 'email_invalid', values: {} }] }],
  [41, 'step_shown', 'login'],
  [70, 'login_failed', 'login', { fault: 'login_locked' }],
] as const

const plantVisits = async (tenant: BuiltTenant): Promise<PlantedThings> => {
  const { anEndedVisit } = await import('../../prisma/builders/an-ended-visit.ts')
  const { aLostConnection } = await import('../../prisma/builders/a-lost-connection.ts')
  const { countVisits } = await import('../../lib/funnel/visit-count-store.ts')
  const startedAt = new Date(Date.now() - 24 * 3_600_000)
  const visit = { startedAt, institutionId: 14, told, device: 'desktop' as const }
  let sessionId = ''
  for (let n = 0; n < 6; n++) sessionId = await anEndedVisit(tenant, visit)
  const now = new Date()
  await countVisits(tenant.db, { before: now, now, limit: 100 })
  const connectionId = await aLostConnection(tenant)
  const { consentId } = await tenant.db.tables.connection.findUniqueOrThrow({ where: { id: connectionId } })
  return { sessionId, connectionId, consentId }
}

const plantSetupLink = async (tenant: BuiltTenant): Promise<PlantedThings> => {
  const { aDesk } = await import('../../prisma/builders/a-desk.ts')
  const { makeSetupLink } = await import('../../lib/console/sign-on/make-setup-link.ts')
  const desk = await aDesk(tenant, 'owner', 'sign_on.manage')
  return { setupToken: await makeSetupLink(desk, new Date()) }
}

/** One of everything that the console shows, so that no page of it is empty. */
export const plantEverything = async (tenant: BuiltTenant): Promise<PlantedThings> => {
  const { anApiKey } = await import('../../prisma/builders/an-api-key.ts')
  await anApiKey(tenant)
  return {
    tenantSlug: tenant.slug,
    token: 'unknown',
    rest: 'no/such/page',
    institutionId: '9010',
    ...(await plantWebhook(tenant)),
    ...(await plantLinks(tenant)),
    ...(await plantVisits(tenant)),
    ...(await plantSetupLink(tenant)),
  }
}
