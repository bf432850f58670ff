import sharp from 'sharp'
import type { AuditAction } from '#lib/audit/audit-action.ts'
import { seenOfWays } from '#lib/console/banks/change-route.ts'
import { seenOf } from '#lib/console/seen-of.ts'
import { rulesOf } from '#lib/console/sign-on/change-sign-on.ts'
import { endpointRevision } from '#lib/console/webhooks/change-endpoint.ts'
import { findWebhookEndpoint } from '#lib/delivery/list-endpoints.ts'
import { listRoutes } from '#lib/institutions/route-store.ts'
import { findSetupLink } from '#lib/staff/setup-link-store.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { askApproval } from '#lib/tenants/publish-draft.ts'
import { saveDraft } from '#lib/tenants/save-draft.ts'
import type { FullConsole } from './a-full-console.ts'
import type { Things } from './console-doors.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>
type Body = URLSearchParams | FormData

/** Which sides of what has changed the log holds: of a change both, of what is new or gone the one that there is. */
export type Sides = 'both' | 'before' | 'after' | 'none'

/** One form of the console as it is meant to be sent. */
export type Act = {
  readonly door: string
  /** What the address names, where that is not what its bracket says. */
  readonly at?: (things: Things) => Things
  readonly body?: (of: FullConsole) => Body | Promise<Body>
  /** What the log tells of it; or why there is nothing to tell. */
  readonly tells: readonly [AuditAction, Sides] | { readonly nothing: string }
}

const form = (fields: Fields): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one as string]),
    ),
  )

const saying = (fieldsOf: (things: Things) => Fields) => ({
  body: ({ things }: FullConsole) => form(fieldsOf(things)),
})

const upload = (fields: Record<string, string>, name: string, file: Blob): FormData => {
  const data = new FormData()
  for (const [field, value] of Object.entries(fields)) data.set(field, value)
  data.set(name, file, 'file')
  return data
}

const seen = async ({ tenant }: FullConsole, kind: DraftKind): Promise<string> =>
  (await openDraft(tenant.db, kind)).revision

let turn = 0
/** A change of a whole draft by a colleague, as publishing needs one. Answers its revision. */
const prepare = async ({ tenant: { db } }: FullConsole, kind: DraftKind): Promise<string> => {
  const { revision, published } = await openDraft(db, kind)
  turn++
  const change = kind === 'brand' ? { displayName: `Birch ${turn}` } : { consentDays: String(30 + turn) }
  const document = { ...published?.document, ...change } as never
  const saved = await saveDraft(db, kind, { seen: revision, document, actor: 'staff:colleague' })
  if (!saved.ok) throw new Error(saved.reason)
  return saved.value
}

const typed = async (console: FullConsole, kind: DraftKind): Promise<Fields> => {
  const { revision, document } = await openDraft(console.tenant.db, kind)
  const plain = Object.entries(document).filter(([, value]) => typeof value === 'string')
  const change = kind === 'brand' ? { displayName: 'Larch' } : { consentDays: '31' }
  return { ...Object.fromEntries(plain), ...change, seen: revision }
}

const draftActs = (kind: DraftKind): readonly Act[] => [
  {
    door: `POST ${kind}/try`,
    body: async (console) => form(await typed(console, kind)),
    tells: { nothing: 'what is typed is drawn and not kept' },
  },
  {
    door: `POST ${kind}/save`,
    body: async (console) => form(await typed(console, kind)),
    tells: [`${kind}.draft_saved`, 'both'],
  },
  { door: `POST ${kind}/share`, tells: ['preview.shared', 'none'] },
  { door: `POST ${kind}/unshare`, tells: ['preview.unshared', 'none'] },
  {
    door: `POST ${kind}/discard`,
    body: async (console) => form({ seen: await seen(console, kind) }),
    tells: [`${kind}.draft_discarded`, 'both'],
  },
  {
    door: `POST ${kind}/bring-back`,
    body: async ({ tenant }) => {
      const row = await tenant.db.tables.draft.findFirst({ where: { kind } })
      return form({ subject: row?.revision ?? '' })
    },
    tells: [`${kind}.draft_brought_back`, 'none'],
  },
  {
    door: `POST ${kind}/publish`,
    body: async (console) => form({ seen: await prepare(console, kind) }),
    tells: [`${kind}.published`, 'both'],
  },
  {
    door: `POST ${kind}/restore`,
    body: async (console) => form({ seen: await seen(console, kind), version: '1' }),
    tells: [`${kind}.restored`, 'both'],
  },
  {
    door: `POST ${kind}/ask`,
    body: async (console) => form({ seen: await prepare(console, kind) }),
    tells: [`${kind}.approval_asked`, 'none'],
  },
  {
    door: `POST ${kind}/approve`,
    body: async (console) => {
      const revision = await prepare(console, kind)
      await askApproval(console.tenant.db, kind, { seen: revision, actor: 'staff:colleague' })
      return form({ seen: revision })
    },
    tells: [`${kind}.published`, 'both'],
  },
]

const logoAct: Act = {
  door: 'POST brand/logo',
  body: async (console) => {
    const image = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#1f5c3f' } })
      .png()
      .toBuffer()
    const fields = { logo: 'put:logoPath', seen: await seen(console, 'brand') }
    return upload(fields, 'logoPath.file', new Blob([new Uint8Array(image)]))
  },
  tells: ['brand.draft_saved', 'both'],
}

const bankActs: readonly Act[] = [
  {
    door: 'POST banks/[institutionId]/settings',
    body: async ({ tenant, things: { settings = '' } }) => {
      const seen = seenOfWays(await listRoutes(tenant.db))
      return form({ connector: 'fdx', key: 'other', settings, seen })
    },
    tells: ['route.put', 'both'],
  },
  {
    door: 'POST banks/[institutionId]/test',
    ...saying(({ routeId = '' }) => ({ routeId })),
    tells: { nothing: 'the bank is asked whether it answers, and no setting changes' },
  },
  ...(['up', 'off', 'on'] as const).map(
    (verb): Act => ({
      door: `POST banks/[institutionId]/${verb}`,
      ...saying(({ routeId = '' }) => ({ routeId })),
      tells: [verb === 'up' ? 'route.moved' : `route.${verb}`, 'both'],
    }),
  ),
]

const connectionActs: readonly Act[] = [
  { door: 'POST connections/[connectionId]/refresh', tells: ['connection.refresh_asked', 'none'] },
  {
    door: 'POST connections/[connectionId]/repair',
    ...saying(() => ({ action: 'send' })),
    tells: ['link.minted', 'after'],
  },
  { door: 'POST connections/[connectionId]/delete', tells: ['connection.deleted', 'none'] },
]

const domainActs: readonly Act[] = [
  { door: 'POST domain', ...saying(() => ({ host: 'new.shop.example' })), tells: ['domain.added', 'after'] },
  { door: 'POST domain/[domainId]/check', tells: ['domain.verified', 'none'] },
  { door: 'POST domain/[domainId]/remove', tells: ['domain.removed', 'before'] },
]

const dataKey = { at: (things: Things) => ({ ...things, keyId: things.dataKeyId ?? '' }) }
const keyActs: readonly Act[] = [
  {
    door: 'POST keys',
    ...saying(() => ({ label: 'Till', mode: 'live', scopes: ['links:write'] })),
    tells: ['api_key.created', 'after'],
  },
  {
    door: 'POST keys/[keyId]/rotate',
    ...saying(() => ({ hours: '24' })),
    tells: ['api_key.replaced', 'both'],
  },
  { door: 'POST keys/[keyId]/revoke', tells: ['api_key.revoked', 'both'] },
  {
    door: 'POST keys/data',
    ...saying(() => ({ kind: 'secret', hours: '24' })),
    tells: ['data_key.created', 'after'],
  },
  { door: 'POST keys/data/[keyId]/revoke', ...dataKey, tells: ['data_key.revoked', 'both'] },
  {
    door: 'POST keys/login-by-api',
    ...saying(() => ({ isAllowed: 'yes' })),
    tells: ['login_by_api.changed', 'both'],
  },
]

const goodBatch = { at: (things: Things) => ({ ...things, batchId: things.goodBatchId ?? '' }) }
const linkActs: readonly Act[] = [
  { door: 'POST links/make', ...saying(() => ({ name: 'Ann', days: '7' })), tells: ['link.minted', 'after'] },
  {
    door: 'POST links/revoke',
    ...saying(({ linkId = '' }) => ({ linkId })),
    tells: ['link.revoked', 'both'],
  },
  {
    door: 'POST links/bring-back',
    ...saying(({ linkId = '' }) => ({ subject: linkId })),
    tells: ['link.brought_back', 'both'],
  },
  {
    door: 'POST links/lists',
    body: () => upload({ label: 'List', days: '7' }, 'file', new Blob(['name\nAnn'])),
    tells: ['link_list.read', 'after'],
  },
  { door: 'POST links/lists/[batchId]/confirm', ...goodBatch, tells: ['link_list.confirmed', 'both'] },
  {
    door: 'POST links/lists/[batchId]/addresses',
    ...goodBatch,
    tells: ['link_list.addresses_taken', 'after'],
  },
  { door: 'POST links/lists/[batchId]/discard', tells: ['link_list.discarded', 'none'] },
]

const signOnActs: readonly Act[] = [
  { door: 'POST sign-on/check', tells: ['sign_on.domain_verified', 'after'] },
  {
    door: 'POST sign-on/rules',
    body: async ({ tenant }) => {
      const sso = await findSso(tenant.db)
      return form({ provesFactor: 'yes', seen: sso ? seenOf(rulesOf(sso)) : '' })
    },
    tells: ['sign_on.rules', 'both'],
  },
  {
    door: 'POST sign-on',
    body: async ({ tenant: { db }, things: { issuer = '' } }) => {
      const { revision = '' } = (await db.tables.staffSso.findFirst()) ?? {}
      return form({ revision, issuer, clientId: 'new', clientSecret: 'new', domain: 'works.example' })
    },
    tells: ['sign_on.saved', 'both'],
  },
  { door: 'POST sign-on/scim', tells: ['sign_on.scim_token_made', 'both'] },
  { door: 'POST sign-on/scim/remove', tells: ['sign_on.scim_token_removed', 'before'] },
  { door: 'POST sign-on/link', tells: ['sign_on.link_made', 'after'] },
  {
    door: 'POST sign-on/link/take-back',
    body: async ({ tenant }) => form({ linkId: (await findSetupLink(tenant.db))?.id ?? '' }),
    tells: ['sign_on.link_taken_back', 'before'],
  },
  { door: 'POST sign-on/remove', tells: ['sign_on.removed', 'before'] },
]

const teamActs: readonly Act[] = [
  {
    door: 'POST team',
    ...saying(() => ({ email: 'new@staff.example', role: 'analyst', language: 'en' })),
    tells: ['team.invited', 'after'],
  },
  {
    door: 'POST team/[memberId]/role',
    ...saying(() => ({ role: 'analyst', seen: 'support' })),
    tells: ['team.role_changed', 'both'],
  },
  { door: 'POST team/[memberId]/invite', tells: ['team.invited_again', 'none'] },
  { door: 'POST team/[memberId]/sign-out', tells: ['team.signed_out', 'none'] },
  { door: 'POST team/[memberId]/remove', tells: ['team.removed', 'before'] },
  {
    door: 'POST team/put-back',
    ...saying(({ memberId = '' }) => ({ subject: memberId })),
    tells: ['team.put_back', 'after'],
  },
  {
    door: 'POST approval',
    ...saying(() => ({ isNeeded: 'yes' })),
    tells: ['tenant.approval_rule', 'both'],
  },
]

const url = 'https://hooks.example/other'
const endpointVerb = (verb: string, tells: Act['tells']): Act => ({
  door: 'POST webhooks/[endpointId]/[verb]',
  at: (things) => ({ ...things, verb }),
  body: async ({ tenant, things: { endpointId = '' } }) => {
    const endpoint = await findWebhookEndpoint(tenant.db, endpointId)
    return form({ url, seen: endpoint ? endpointRevision(endpoint) : '' })
  },
  tells,
})
const webhookActs: readonly Act[] = [
  {
    door: 'POST webhooks',
    ...saying(() => ({ url, envelope: 'standard' })),
    tells: ['webhook_endpoint.created', 'after'],
  },
  {
    door: 'POST webhooks/[endpointId]/deliveries/[deliveryId]/resend',
    tells: ['webhook_delivery.resent', 'none'],
  },
  endpointVerb('test', ['webhook_endpoint.tested', 'none']),
  endpointVerb('change', ['webhook_endpoint.changed', 'both']),
  endpointVerb('pause', ['webhook_endpoint.changed', 'both']),
  endpointVerb('resume', ['webhook_endpoint.changed', 'both']),
  endpointVerb('roll', ['webhook_endpoint.secret_rotated', 'none']),
  endpointVerb('delete', ['webhook_endpoint.deleted', 'before']),
]

/** What an act is called: its door, and the verb that its address holds. */
export const nameOfAct = ({ door, at }: Act): string => `${door} ${at?.({}).verb ?? ''}`.trim()

/** Every form of a tenant’s console, in an order in which each has something to do. */
export const consoleActs: readonly Act[] = [
  { door: 'POST preview', tells: { nothing: 'a page is drawn' } },
  ...draftActs('brand'),
  logoAct,
  ...draftActs('policy'),
  ...bankActs,
  ...linkActs,
  ...connectionActs,
  ...domainActs,
  ...keyActs,
  ...webhookActs,
  ...signOnActs,
  ...teamActs,
]
