import type { TenantDb } from '#lib/db/tenant-db.ts'
import { renderCopyMail } from '#lib/delivery/copy-mail.ts'
import { sendMail } from '#lib/delivery/send-mail.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { isId } from '#lib/kit/ids.ts'
import { findSessionRow, hasEvent, insertEvent } from '#lib/sessions/session-store.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { findCopyAddress } from './copy-address.ts'
import { visitOfSession } from './open-visit.ts'
import { findReceipt } from './receipt.ts'
import type { Receipt } from './view.ts'

export const copySent = 'copy_sent'

const accountLines = ({ accounts }: Receipt, language: 'en' | 'fr'): string[] => {
  const t = translatorFor(language)
  return accounts.map(({ title, nickname, masked, currency }) => {
    const digits = masked.replace(/\D/g, '')
    const ending = digits === '' ? '' : `, ${t('accounts.ending', { digits })}`
    return `${nickname ?? title} (${currency})${ending}`
  })
}

/**
 * Sends the copy of what a visit shares, in the person's language. Run by a job: a second run sends nothing, and one
 * after a crash in between carries the same Message-ID. A visit that has gone, or has no address any more, needs none.
 */
export const sendCopy = async (
  db: TenantDb,
  event: { readonly eventId: string; readonly sessionId: string },
): Promise<void> => {
  const { eventId, sessionId } = event
  const row = isId('ses', sessionId) ? await findSessionRow(sessionId) : null
  if (row?.session.tenantId !== db.tenantId || (await hasEvent(db, sessionId, copySent))) return
  const open = await visitOfSession(row.session, new Date())
  const [to, receipt] = await Promise.all([findCopyAddress(open), findReceipt(open)])
  if (to === null || receipt === null) return
  const { language, brandId } = row.session
  const { tenantName, supportEmail: contact } = await getPaintedBrand(db, brandId)
  const mail = renderCopyMail({
    ...receipt,
    tenantName,
    contact,
    language,
    recipients: [tenantName, ...receipt.recipients],
    accounts: accountLines(receipt, language),
    reference: receipt.consentId,
  })
  await sendMail({ ...mail, to, fromName: tenantName, id: eventId })
  await insertEvent(db, sessionId, { name: copySent })
}
