import { type Language, localeOf, translatorFor } from '#lib/kit/i18n.ts'
import type { TimeLeft } from '#lib/sessions/session.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { brandCss } from '../../../_ui/brand-css.ts'
import { Button } from '../../../_ui/button.tsx'
import type { DocumentProps } from '../../../_ui/document.tsx'
import { spanText } from '../../../_ui/span-text.ts'
import { timePath } from '../_ui/paths.ts'
import { warnSeconds } from '../_ui/time-left.tsx'

type Props = DocumentProps & {
  readonly sessionId: string
  readonly brand: PaintedBrand
  readonly language: Language
  readonly time: TimeLeft
}

/** A second after the moment at which there is something else to say. */
const secondsToNews = ({ idleSeconds, endSeconds }: TimeLeft): number =>
  [idleSeconds - warnSeconds.idle, endSeconds - warnSeconds.end, Math.min(idleSeconds, endSeconds)].find(
    (seconds) => seconds > 0,
  ) ?? 0

const standingOf = ({ idleSeconds, endSeconds }: TimeLeft) => {
  if (idleSeconds === 0 || endSeconds === 0) return { key: 'over', isNear: true, mayLast: false } as const
  if (endSeconds <= warnSeconds.end) return { key: 'ending', isNear: true, mayLast: false } as const
  const isNear = idleSeconds <= warnSeconds.idle
  return { key: isNear ? 'closing' : 'waits', isNear, mayLast: true } as const
}

/** What the frame without scripts shows: until when the page waits, and a button that makes it wait longer. */
export const TimePage = ({ sessionId, brand, language, time, nonce, assets }: Props) => {
  const t = translatorFor(language)
  const { key, isNear, mayLast } = standingOf(time)
  const minutes = Math.max(1, Math.ceil(Math.min(time.idleSeconds, time.endSeconds) / 60))
  return (
    <html lang={localeOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <title>{t('time.label')}</title>
        <meta content="light dark" name="color-scheme" />
        {key !== 'over' && <meta content={String(secondsToNews(time) + 1)} httpEquiv="refresh" />}
        <link href={assets.css} rel="stylesheet" />
        <style nonce={nonce}>{brandCss(brand)}</style>
      </head>
      <body className="p-1">
        <main>
          <p
            className={isNear ? 'font-semibold' : 'text-small text-muted'}
            role={isNear ? 'alert' : undefined}
          >
            {t(`time.${key}`, { minutes, limit: spanText(time.visitMinutes, t) })}
          </p>
          {key === 'over' && (
            <a href={`/connect/${sessionId}`} target="_top">
              {t('time.goOn')}
            </a>
          )}
          {mayLast && (
            <form action={timePath({ sessionId })} className="mt-3" method="post">
              <Button look="secondary">{t('time.more')}</Button>
            </form>
          )}
        </main>
      </body>
    </html>
  )
}
