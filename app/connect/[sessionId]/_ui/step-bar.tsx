import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { BackIcon } from '../../../_ui/icons.tsx'
import { stepPath } from './paths.ts'

const Progress = ({ frame, t }: { frame: Frame; t: Translate }) => {
  const { at, of } = frame.place
  const segments = Array.from({ length: of }, (_, index) => index + 1)
  return (
    <div className="ml-auto flex items-center gap-3">
      <p className="text-small text-muted tabular-nums">{t('frame.progress', { at, of })}</p>
      <span aria-hidden="true" className="flex gap-1">
        {segments.map((place) => (
          <span
            className={`h-1 w-4 rounded-full sm:w-6 ${place <= at ? 'segment-done bg-primary' : 'bg-line'}`}
            key={place}
          />
        ))}
      </span>
    </div>
  )
}

/** The way back (P1) and the place in the path. A closing page has neither: nothing is left to do. */
export const StepBar = ({ frame, t }: { frame: Frame; t: Translate }) => {
  const isPlaced = frame.place.of > 1 && frame.step !== 'done'
  if (!isPlaced && frame.back === null) return null
  return (
    <nav
      aria-label={t('frame.place')}
      className="mx-auto flex min-h-11 w-full max-w-page items-center gap-4 px-5 pt-4"
    >
      {frame.back !== null && (
        <a
          className="-ml-1.5 inline-flex min-h-11 items-center gap-1 pr-2 text-small"
          href={stepPath(frame, frame.back)}
        >
          <BackIcon />
          {t('frame.back')}
        </a>
      )}
      {isPlaced && <Progress frame={frame} t={t} />}
    </nav>
  )
}
