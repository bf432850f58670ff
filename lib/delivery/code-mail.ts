import { translatorFor } from '#lib/kit/i18n.ts'
import { escapeHtml } from './escape-html.ts'

export type CodeMail = {
  readonly code: string
  readonly tenantName: string
  readonly contact: string
  readonly minutes: number
  readonly language: 'en' | 'fr'
}

/** The mail that carries a one-time code: the same words as text and as HTML, no image, no link (P4). */
export const renderCodeMail = (mail: CodeMail): { subject: string; text: string; html: string } => {
  const { code, tenantName: tenant, contact, minutes, language } = mail
  const t = translatorFor(language)
  const before = [t('mail.code.greeting'), t('mail.code.body')]
  const behind = [
    t('mail.code.life', { minutes }),
    t('mail.code.never', { tenant }),
    t('mail.code.notYou'),
    t('mail.code.footer', { tenant, contact }),
  ]
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`
  const big = `<p style="font-size:28px;letter-spacing:4px"><strong>${code}</strong></p>`
  return {
    subject: t('mail.code.subject', { code, tenant }),
    text: [...before, code, ...behind].join('\n\n'),
    html: `<html lang="${language}"><body>${[...before.map(paragraph), big, ...behind.map(paragraph)].join('')}</body></html>`,
  }
}
