import { z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { sendMail } from '#lib/delivery/send-mail.ts'
import { renderSignInMail } from '#lib/delivery/sign-in-mail.ts'
import { env } from '#lib/kit/env.ts'
import type { Language } from '#lib/kit/i18n.ts'
import { signInPath } from '#lib/staff/mint-sign-in.ts'
import { getTenant } from '#lib/tenants/tenant-store.ts'
import { open } from '#lib/vault/open.ts'
import type { SignInMailKind } from './record-sign-in-mail.ts'

const secretSchema = z.object({ to: z.string(), token: z.string() })

export type SignInMailOrder = {
  readonly eventId: string
  readonly kind: SignInMailKind
  readonly language: Language
  readonly payloadSealed: Uint8Array
}

/** Mails a one-time link to the console. Run by a job; the Message-ID is the same at every try. */
export const sendSignInMail = async (db: TenantDb, order: SignInMailOrder): Promise<void> => {
  const { eventId, kind, language, payloadSealed } = order
  const place = { table: 'OutboxEvent', column: 'payloadSealed', row: eventId }
  const { to, token } = secretSchema.parse(JSON.parse(await open(db, place, payloadSealed)))
  const { name: tenant } = await getTenant(db.tenantId)
  const url = new URL(signInPath(token), env().PUBLIC_URL).href
  await sendMail({
    ...renderSignInMail({ kind, tenant, url, language }),
    to,
    fromName: 'Portico',
    id: eventId,
  })
}
