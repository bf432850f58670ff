import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../../_ui/button.tsx'
import { spanText } from '../../../_ui/span-text.ts'
import { statusPath, timePath } from './paths.ts'

/** How long before either end the person is warned (A3: 20 seconds at least). */
export const warnSeconds = { idle: 120, end: 300 } as const

/**
 * Tells before the visit ends and lets it wait longer (A3, O16). With scripts it is a panel that stays hidden until
 * then, is announced, and moves nobody's focus. Without, it is a frame with a clock and a button of its own, so that
 * asking for more time loses nothing that was typed beside it.
 */
export const TimeLeft = ({ frame, t }: { frame: Frame; t: Translate }) => {
  if (frame.time === null) return null
  const { idleMinutes, visitMinutes } = frame.time
  const limit = spanText(visitMinutes, t)
  const inMinutes = (seconds: number) => ({ minutes: seconds / 60 })
  return (
    <>
      <section
        aria-label={t('time.label')}
        className="time-left mt-8 rounded-panel border-2 border-current bg-notice-surface px-5 py-4 text-notice"
        data-end={frame.time.endSeconds}
        data-end-text={t('time.ending', { ...inMinutes(warnSeconds.end), limit })}
        data-end-warn={warnSeconds.end}
        data-idle={frame.time.idleSeconds}
        data-idle-text={t('time.closing', inMinutes(warnSeconds.idle))}
        data-idle-warn={warnSeconds.idle}
        data-more-text={t('time.longer', { minutes: idleMinutes })}
        data-time={statusPath(frame)}
        hidden
      >
        <p className="font-semibold" data-told="" role="alert" />
        <form action={timePath(frame)} className="mt-3" method="post">
          <Button>{t('time.more')}</Button>
        </form>
      </section>
      <noscript>
        <iframe className="mt-8 h-52 w-full border-0" src={timePath(frame)} title={t('time.label')} />
      </noscript>
    </>
  )
}
