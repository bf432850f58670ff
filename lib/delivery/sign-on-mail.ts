import { formatDate, type Language, localeOf, translatorFor } from '#lib/kit/i18n.ts'
import { escapeHtml } from './escape-html.ts'

export type SignOnMail = {
  readonly kind: 'sign_on_missing' | 'sign_on_lost' | 'sign_on_changed' | 'sign_on_set_up'
  readonly tenant: string
  readonly domain: string
  readonly issuer: string
  readonly recordName: string
  readonly recordValue: string
  /** When it ends, unless the record is back. */
  readonly until: Date | null
  readonly url: string
  readonly language: Language
}

const recordOf = ({ kind, recordName, recordValue }: SignOnMail): string[] =>
  kind === 'sign_on_missing' || kind === 'sign_on_lost' ? [recordName, `TXT ${recordValue}`] : []

/** The mail that tells an owner what has become of single sign-on: the same words as text and as HTML. */
export const renderSignOnMail = (mail: SignOnMail): { subject: string; text: string; html: string } => {
  const { kind, tenant, domain, issuer, until, url, language } = mail
  const t = translatorFor(language)
  const date = until ? formatDate(language, until) : ''
  const before = [t(`mail.${kind}.greeting`), t(`mail.${kind}.body`, { domain, date, issuer, tenant })]
  const record = recordOf(mail)
  const why = t(`mail.${kind}.why`, { tenant })
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`
  const written =
    record.length > 0
      ? `<p style="word-break:break-all"><code>${record.map(escapeHtml).join('<br>')}</code></p>`
      : ''
  const link = `<p><a href="${escapeHtml(url)}">${escapeHtml(t(`mail.${kind}.link`))}</a></p>`
  return {
    subject: t(`mail.${kind}.subject`, { tenant }),
    text: [...before, record.join('\n'), url, why].filter((part) => part !== '').join('\n\n'),
    html: `<html lang="${localeOf(language)}"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">${before.map(paragraph).join('')}${written}${link}${paragraph(why)}</body></html>`,
  }
}
