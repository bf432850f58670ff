import type { Translate } from '#lib/kit/i18n.ts'

/** `2 hours`, and `90 minutes` where hours do not come out even. */
export const spanText = (minutes: number, t: Translate): string =>
  minutes % 60 === 0 ? t('time.span.hours', { hours: minutes / 60 }) : t('time.span.minutes', { minutes })
