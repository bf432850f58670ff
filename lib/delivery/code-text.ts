import { translatorFor } from '#lib/kit/i18n.ts'

export type CodeText = {
  readonly code: string
  readonly tenantName: string
  readonly minutes: number
  readonly language: 'en' | 'fr'
  /** The host of the page that asks for the code. */
  readonly host: string
}

/**
 * The text message that carries a one-time code. Its last line binds the code to our host, so that a phone offers it
 * on that page and on no other (P4, O17; WICG “origin-bound one-time codes”).
 */
export const renderCodeText = ({ code, tenantName, minutes, language, host }: CodeText): string => {
  const t = translatorFor(language)
  const words = t('text.code', { code, tenant: tenantName, minutes })
  return `${words}\n\n@${host} #${code}`
}
