import { type Language, localeOf, translatorFor } from '#lib/kit/i18n.ts'
import { escapeHtml } from './escape-html.ts'

export type AlarmMail = {
  readonly kind: 'operator_link_used' | 'factors_reset'
  readonly tenant: string
  /** The address of the member in whose stead it was done. */
  readonly who: string
  readonly url: string
  readonly language: Language
}

/** The mail that tells an owner what an operator did in a member's stead: the same words as text and as HTML. */
export const renderAlarmMail = (mail: AlarmMail): { subject: string; text: string; html: string } => {
  const { kind, tenant, who, url, language } = mail
  const t = translatorFor(language)
  const before = [t('mail.alarm.greeting'), t(`mail.alarm.${kind}.body`, { tenant, who })]
  const after = [t('mail.alarm.notYou'), t('mail.alarm.why', { tenant })]
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`
  const link = `<p><a href="${escapeHtml(url)}">${escapeHtml(t('mail.alarm.link'))}</a></p>`
  return {
    subject: t(`mail.alarm.${kind}.subject`, { tenant }),
    text: [...before, url, ...after].join('\n\n'),
    html: `<html lang="${localeOf(language)}"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">${before.map(paragraph).join('')}${link}${after.map(paragraph).join('')}</body></html>`,
  }
}
