import { z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { renderLinkMail } from '#lib/delivery/link-mail.ts'
import { isRefusedForGood, sendMail } from '#lib/delivery/send-mail.ts'
import { standingOf } from '#lib/links/link.ts'
import { findLink, setSent } from '#lib/links/link-store.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import { open } from '#lib/vault/open.ts'

const secretSchema = z.object({ to: z.string(), url: z.string() })

export type LinkMailJob = {
  readonly eventId: string
  readonly linkId: string
  readonly kind: 'invite' | 'repair'
  readonly payloadSealed: Uint8Array
}

const failedFor = async (send: Promise<void>): Promise<boolean> => {
  try {
    await send
    return false
  } catch (thrown) {
    if (isRefusedForGood(thrown)) return true
    throw thrown
  }
}

/**
 * Mails a personal link in the brand of its tenant and the language of its person. Run by a job: a link that was sent,
 * opened or taken back meanwhile is not sent again, and what a mail server refuses for good is said at the link.
 */
export const sendLinkMail = async (db: TenantDb, job: LinkMailJob): Promise<void> => {
  const { eventId, linkId, kind, payloadSealed } = job
  const link = await findLink(db, linkId)
  if (!link || link.sentAt || link.sendFailedAt || standingOf(link, new Date()) !== 'open') return
  const place = { table: 'OutboxEvent', column: 'payloadSealed', row: eventId }
  const { to, url } = secretSchema.parse(JSON.parse(await open(db, place, payloadSealed)))
  const { brandId, policyId } = await getCurrent(db)
  const [brand, policy] = await Promise.all([getPaintedBrand(db, brandId), getFlowPolicy(db, policyId)])
  const language = link.language ?? policy.languages[0] ?? 'en'
  const mail = renderLinkMail({ kind, url, language, brand, expiresAt: link.expiresAt })
  const isRefused = await failedFor(sendMail({ ...mail, to, fromName: brand.tenantName, id: eventId }))
  const at = new Date()
  await setSent(db, linkId, isRefused ? { sendFailedAt: at } : { sentAt: at })
}
