import type { Account } from '#lib/accounts/account.ts'
import { findConnection } from '#lib/connections/connection-store.ts'
import { insertDataRequest } from '#lib/connections/data-request-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { MessageToSend } from '#lib/delivery/webhook-envelope.ts'
import { type WebhookEventName, webhookEvents } from '#lib/delivery/webhook-event.ts'
import { findLiveConsent } from '#lib/flow/api/live-consent.ts'
import { listSharedAccounts } from '#lib/flow/api/shared-data.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { envelopeOf } from '../handlers/account-envelope.ts'
import { detailJson } from '../handlers/accounts-detail.ts'
import { dataSchema, wishesOf } from '../handlers/data-body.ts'
import type { ReadyRequest } from '../handlers/ready-request.ts'
import { toContact } from '../shapes/account-shape.ts'

type Telling = { readonly db: TenantDb; readonly message: MessageToSend; readonly now: Date }

/**
 * A data request like one that the tenant's server had made, so that its id in the body can be used there. Null once
 * the connection is gone or its consent has ended: nothing of it may leave then.
 */
const openReady = async ({ db, message, now }: Telling): Promise<ReadyRequest | null> => {
  const { connectionId, sessionId, tag } = webhookEvents['connection.accounts.ready'].parse(message.data)
  const connection = await findConnection(db, connectionId)
  const consent = connection && (await findLiveConsent(db, connection, now))
  if (!connection || !consent?.ok) return null
  const instants = { createdAt: now, askedAt: now, authorizedAt: now }
  const asked = { id: mintGuid(), sessionId, connectionId, tag, ...instants }
  const request = await insertDataRequest(db, asked)
  return { open: { request, attempt: null, connection }, connection, consent: consent.value }
}

const sharedAccounts = (db: TenantDb, { connection, consent }: ReadyRequest): Promise<Account[]> =>
  listSharedAccounts(db, connection, consent, null)

/** As much as was agreed: the consent narrows it, as it does for one who asks. */
const everything = wishesOf(dataSchema.parse({ requestid: '', daysoftransactions: 'Days365' }), false)

const detailBody = async (telling: Telling): Promise<string | null> => {
  const { db } = telling
  const ready = await openReady(telling)
  if (!ready) return null
  const pieces = ['{"ResponseType":"GetAccountsDetail",']
  const shared = { accounts: await sharedAccounts(db, ready), papers: [] }
  for await (const piece of detailJson(telling, ready, shared, everything))
    pieces.push(pieces.length === 1 ? piece.slice(1) : piece)
  return pieces.join('')
}

/** Each holder once, however many accounts they hold. */
const holdersOf = (accounts: readonly Account[]) => {
  const all = accounts.flatMap(({ details }) => details.holders.map(toContact))
  return [...new Map(all.map((holder) => [JSON.stringify(holder), holder])).values()]
}

const holderBody = async (telling: Telling): Promise<string | null> => {
  const { db } = telling
  const ready = await openReady(telling)
  if (!ready?.consent.scopes.includes('holder_contact')) return null
  const Holders = holdersOf(await sharedAccounts(db, ready))
  return JSON.stringify({
    ResponseType: 'KYC',
    HttpStatusCode: 200,
    Holders,
    ...(await envelopeOf(db, ready)),
  })
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Events that the dialect does not know go only to who asked for them by name: ours, in its spelling. */
const plainBody = async ({ message }: Telling): Promise<string> => {
  const fields = Object.entries(message.data as object).map(([name, value]) => [capital(name), value])
  return JSON.stringify({ ResponseType: message.eventName, ...Object.fromEntries(fields) })
}

const bodies: Partial<Record<WebhookEventName, (telling: Telling) => Promise<string | null>>> = {
  'connection.accounts.ready': detailBody,
  'connection.holder.ready': holderBody,
}

/** The body of a message in the dialect, made of what may be told at `now`; null for nothing. */
export const webhookBody = (telling: Telling): Promise<string | null> =>
  (bodies[telling.message.eventName] ?? plainBody)(telling)
