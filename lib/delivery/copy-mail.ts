import { formatDate, type Language, localeOf, translatorFor } from '#lib/kit/i18n.ts'
import { escapeHtml } from './escape-html.ts'

export type CopyMail = {
  readonly tenantName: string
  readonly contact: string
  readonly language: Language
  readonly decidedAt: Date
  readonly expiresAt: Date | null
  /** All who see the data, the tenant first. */
  readonly recipients: readonly string[]
  readonly institutionName: string
  /** One line each, with no more of a number than its end. */
  readonly accounts: readonly string[]
  readonly scopes: readonly {
    readonly title: string
    readonly purpose: string
    readonly keptText: string | null
  }[]
  /** By which the tenant finds the agreement again. */
  readonly reference: string
}

type Row = { readonly name: string; readonly lines: readonly string[] }

const rowsOf = (mail: CopyMail): readonly Row[] => {
  const t = translatorFor(mail.language)
  const rows: Row[] = [
    { name: t('done.with'), lines: mail.recipients },
    { name: t('done.institution'), lines: [mail.institutionName] },
    { name: t('done.accounts', { count: mail.accounts.length }), lines: mail.accounts },
    {
      name: t('done.data'),
      lines: mail.scopes.map(({ title, purpose, keptText }) =>
        [`${title}.`, purpose, keptText && `${t('consent.keptTitle')}: ${keptText}`]
          .filter(Boolean)
          .join(' '),
      ),
    },
  ]
  if (mail.expiresAt) rows.push({ name: t('done.until'), lines: [formatDate(mail.language, mail.expiresAt)] })
  return [...rows, { name: t('mail.copy.reference'), lines: [mail.reference] }]
}

const textRow = ({ name, lines }: Row): string => [name, ...lines.map((line) => `  ${line}`)].join('\n')

const cell = 'padding:10px 20px 10px 0;border-top:1px solid #ccc;vertical-align:top;text-align:left'
const htmlRow = ({ name, lines }: Row): string =>
  `<tr><th scope="row" style="${cell};font-weight:normal">${escapeHtml(name)}</th>` +
  `<td style="${cell}">${lines.map(escapeHtml).join('<br>')}</td></tr>`

const paragraph = (line: string): string => `<p>${escapeHtml(line)}</p>`

/** The copy of what a person shares (AU8): the same words as text and as HTML, no image and no link. */
export const renderCopyMail = (mail: CopyMail): { subject: string; text: string; html: string } => {
  const { tenantName: tenant, contact, language } = mail
  const t = translatorFor(language)
  const rows = rowsOf(mail)
  const before = [
    t('mail.copy.greeting'),
    t('mail.copy.body', { date: formatDate(language, mail.decidedAt) }),
  ]
  const behind = [t('mail.copy.withdraw', { contact }), t('mail.copy.footer', { tenant, contact })]
  const table = `<table style="border-collapse:collapse">${rows.map(htmlRow).join('')}</table>`
  const body = [...before.map(paragraph), table, ...behind.map(paragraph)].join('')
  return {
    subject: t('mail.copy.subject', { tenant }),
    text: [...before, ...rows.map(textRow), ...behind].join('\n\n'),
    html: `<html lang="${localeOf(language)}"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">${body}</body></html>`,
  }
}
