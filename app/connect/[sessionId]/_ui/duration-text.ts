import type { Translate } from '#lib/kit/i18n.ts'

const hour = 60

/** A stretch of time as people say it: minutes within the hour, then whole hours. */
export const minutesText = (minutes: number, t: Translate): string =>
  minutes < hour
    ? t('duration.minutes', { count: minutes })
    : t('duration.hours', { count: Math.round(minutes / hour) })

/** Seconds where less than two minutes are left, else minutes, rounded down: nobody shall count on more than there is. */
export const secondsText = (seconds: number, t: Translate): string =>
  seconds < 120
    ? t('duration.seconds', { count: seconds })
    : t('duration.minutes', { count: Math.floor(seconds / 60) })
