import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Look } from '#lib/kit/look.ts'
import { open } from '#lib/vault/open.ts'
import { type DeliveryTry, toDelivery, toTry, type WebhookDelivery } from './webhook-delivery.ts'
import {
  type DeliveryQuery,
  findDelivery,
  listDeliveryRows,
  listTryRows,
  type TryRow,
} from './webhook-delivery-store.ts'

/** Newest first; `before` is the id of the last one of the page before. */
export const listDeliveries = async (db: TenantDb, query: DeliveryQuery): Promise<Look<WebhookDelivery>> => {
  const { rows, lookedTo } = await listDeliveryRows(db, query)
  return { rows: rows.map(({ attempts, ...row }) => toDelivery(row, attempts[0])), lookedTo }
}

/** `answer` is how the endpoint’s answer began. */
export type ShownTry = DeliveryTry & { readonly answer: string | null }

const openTry = async (db: TenantDb, row: TryRow): Promise<ShownTry> => {
  const { deliveryId, answerSealed } = row
  const place = { table: 'WebhookTry', column: 'answerSealed', row: deliveryId }
  return { ...toTry(row), answer: answerSealed && (await open(db, place, answerSealed)) }
}

export type DeliveryStory = {
  readonly delivery: WebhookDelivery
  readonly tries: readonly ShownTry[]
  /** The ids of what it tells of. */
  readonly about: readonly string[]
}

const idsIn = (data: unknown): string[] =>
  Object.values(data ?? {}).filter((value) => typeof value === 'string' && /^[a-z]{3}_/.test(value))

/** One delivery with all that was tried, the first try first. */
export const findDeliveryStory = async (db: TenantDb, id: string): Promise<DeliveryStory | null> => {
  const row = await findDelivery(db, id)
  if (!row) return null
  const tries = await listTryRows(db, id)
  return {
    delivery: toDelivery(row, tries.at(-1)),
    about: idsIn(row.message.data),
    tries: await Promise.all(tries.map((one) => openTry(db, one))),
  }
}
