import { formatDate, type Language, localeOf, translatorFor } from '#lib/kit/i18n.ts'
import { escapeHtml } from './escape-html.ts'

export type SignOnMail = {
  readonly kind: 'sign_on_missing' | 'sign_on_lost'
  readonly tenant: string
  readonly domain: string
  readonly recordName: string
  readonly recordValue: string
  /** When it ends, unless the record is back. */
  readonly until: Date | null
  readonly url: string
  readonly language: Language
}

/** The mail that tells an owner what has become of the domain of single sign-on: the same words as text and as HTML. */
export const renderSignOnMail = (mail: SignOnMail): { subject: string; text: string; html: string } => {
  const { kind, tenant, domain, recordName, recordValue, until, url, language } = mail
  const t = translatorFor(language)
  const date = until ? formatDate(language, until) : ''
  const before = [t(`mail.${kind}.greeting`), t(`mail.${kind}.body`, { domain, date })]
  const record = [recordName, `TXT ${recordValue}`]
  const why = t(`mail.${kind}.why`, { tenant })
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`
  const written = `<p style="word-break:break-all"><code>${record.map(escapeHtml).join('<br>')}</code></p>`
  const link = `<p><a href="${escapeHtml(url)}">${escapeHtml(t(`mail.${kind}.link`))}</a></p>`
  return {
    subject: t(`mail.${kind}.subject`, { tenant }),
    text: [...before, record.join('\n'), url, why].join('\n\n'),
    html: `<html lang="${localeOf(language)}"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">${before.map(paragraph).join('')}${written}${link}${paragraph(why)}</body></html>`,
  }
}
