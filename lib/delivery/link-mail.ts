import { formatDate, type Language, localeOf, translatorFor } from '#lib/kit/i18n.ts'
import { escapeHtml } from './escape-html.ts'

/** As much of a brand as a mail can wear. */
export type MailBrand = {
  readonly tenantName: string
  readonly supportEmail: string
  readonly cornerRadius: number
  readonly light: { readonly primary: string; readonly onPrimary: string }
}

export type LinkMail = {
  readonly kind: 'invite' | 'repair'
  readonly url: string
  readonly language: Language
  readonly brand: MailBrand
  readonly expiresAt: Date
}

/** The mail with a personal link: the same words as text and as HTML, no image, and one link, written out too. */
export const renderLinkMail = (mail: LinkMail): { subject: string; text: string; html: string } => {
  const { kind, url, language, brand, expiresAt } = mail
  const { tenantName: tenant, supportEmail: contact, light, cornerRadius } = brand
  const t = translatorFor(language)
  const before = [t('mail.link.greeting'), t(`mail.link.${kind}.body`, { tenant })]
  const behind = [
    t('mail.link.life', { date: formatDate(language, expiresAt) }),
    t('mail.link.never', { tenant }),
    t('mail.link.notYou', { contact }),
    t('mail.link.footer', { tenant, contact }),
  ]
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`
  const look = `display:inline-block;padding:12px 24px;border-radius:${cornerRadius}px;background:${light.primary};color:${light.onPrimary};font-weight:bold;text-decoration:none`
  const button = `<p><a href="${escapeHtml(url)}" style="${look}">${escapeHtml(t(`mail.link.${kind}.button`))}</a></p>`
  const written = `<p style="word-break:break-all">${escapeHtml(url)}</p>`
  const body = [...before.map(paragraph), button, written, ...behind.map(paragraph)].join('')
  return {
    subject: t(`mail.link.${kind}.subject`, { tenant }),
    text: [...before, url, ...behind].join('\n\n'),
    html: `<html lang="${localeOf(language)}"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">${body}</body></html>`,
  }
}
