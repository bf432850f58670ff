import { z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { renderCodeMail } from '#lib/delivery/code-mail.ts'
import { sendMail } from '#lib/delivery/send-mail.ts'
import { codeLifeMs } from '#lib/identity/one-time-code.ts'
import { minuteMs } from '#lib/kit/clock.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { open } from '#lib/vault/open.ts'

const secretSchema = z.object({ code: z.string(), to: z.string() })

export type CodeToSend = {
  readonly eventId: string
  readonly language: 'en' | 'fr'
  readonly payloadSealed: Uint8Array
}

/** Sends a one-time code in the tenant's name. Run by a job; the Message-ID is the same at every try. */
export const sendCode = async (db: TenantDb, event: CodeToSend): Promise<void> => {
  const place = { table: 'OutboxEvent', column: 'payloadSealed', row: event.eventId }
  const { code, to } = secretSchema.parse(JSON.parse(await open(db, place, event.payloadSealed)))
  const { brandId } = await getCurrent(db)
  const { tenantName, supportEmail: contact } = await getPaintedBrand(db, brandId)
  const mail = renderCodeMail({
    code,
    tenantName,
    contact,
    minutes: codeLifeMs / minuteMs,
    language: event.language,
  })
  await sendMail({ ...mail, to, fromName: tenantName, id: event.eventId })
}
