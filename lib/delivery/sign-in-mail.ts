import { type Language, localeOf, translatorFor } from '#lib/kit/i18n.ts'
import { escapeHtml } from './escape-html.ts'

export type SignInMail = {
  readonly kind: 'sign_in' | 'invitation'
  readonly tenant: string
  readonly url: string
  readonly language: Language
}

/** The mail with a one-time link to the console: the same words as text and as HTML. */
export const renderSignInMail = (mail: SignInMail): { subject: string; text: string; html: string } => {
  const { kind, tenant, url, language } = mail
  const t = translatorFor(language)
  const before = [t(`mail.${kind}.greeting`), t(`mail.${kind}.body`, { tenant })]
  const behind = [t(`mail.${kind}.life`), t(`mail.${kind}.notYou`)]
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`
  const link = `<p><a href="${escapeHtml(url)}">${escapeHtml(t(`mail.${kind}.link`))}</a></p>`
  const body = [...before.map(paragraph), link, ...behind.map(paragraph)].join('')
  return {
    subject: t(`mail.${kind}.subject`, { tenant }),
    text: [...before, url, ...behind].join('\n\n'),
    html: `<html lang="${localeOf(language)}"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">${body}</body></html>`,
  }
}
