import type { Translate } from '#lib/kit/i18n.ts'
import { secondsText } from './duration-text.ts'

type Props = { readonly secondsLeft: number | null; readonly t: Translate }

/** How long the bank waits (AU3, P4). A script makes it a clock and says once that it runs out; without, it is true as the page opens. */
export const QuestionClock = ({ secondsLeft, t }: Props) =>
  secondsLeft !== null && (
    <div
      className="mt-6 text-small text-muted"
      data-clock-text={t('mfa.timeLeftClock', { clock: '{clock}' })}
      data-question-clock={secondsLeft}
      data-soon-text={t('mfa.timeSoon')}
    >
      <p className="tabular-nums" data-clock="">
        {t('mfa.timeLeft', { time: secondsText(secondsLeft, t) })}
      </p>
      <p className="sr-only" data-soon="" role="status" />
    </div>
  )
