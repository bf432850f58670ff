import { z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { renderCodeMail } from '#lib/delivery/code-mail.ts'
import { renderCodeText } from '#lib/delivery/code-text.ts'
import { sendMail } from '#lib/delivery/send-mail.ts'
import { sendText } from '#lib/delivery/send-text.ts'
import { codeLifeMs } from '#lib/identity/one-time-code.ts'
import { minuteMs } from '#lib/kit/clock.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { siteOf } from '#lib/tenants/tenant-site.ts'
import { open } from '#lib/vault/open.ts'

const secretSchema = z.object({ code: z.string(), to: z.string() })

export type CodeToSend = {
  readonly eventId: string
  readonly language: 'en' | 'fr'
  readonly payloadSealed: Uint8Array
}

const read = async (db: TenantDb, event: CodeToSend) => {
  const place = { table: 'OutboxEvent', column: 'payloadSealed', row: event.eventId }
  const { code, to } = secretSchema.parse(JSON.parse(await open(db, place, event.payloadSealed)))
  const { brandId } = await getCurrent(db)
  const { tenantName, supportEmail: contact } = await getPaintedBrand(db, brandId)
  const { language } = event
  return { to, tenantName, words: { code, tenantName, contact, minutes: codeLifeMs / minuteMs, language } }
}

/** Mails a one-time code in the tenant's name. Run by a job; the Message-ID is the same at every try. */
export const mailCode = async (db: TenantDb, event: CodeToSend): Promise<void> => {
  const { to, tenantName, words } = await read(db, event)
  await sendMail({ ...renderCodeMail(words), to, fromName: tenantName, id: event.eventId })
}

/** Sends one to a phone, bound to the host of our pages. Run by a job. */
export const textCode = async (db: TenantDb, event: CodeToSend): Promise<void> => {
  const { to, words } = await read(db, event)
  const { hostname } = new URL(await siteOf(db))
  await sendText({ to, body: renderCodeText({ ...words, host: hostname }), id: event.eventId })
}
