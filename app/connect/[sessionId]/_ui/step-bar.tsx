import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { BackIcon } from '../../../_ui/icons.tsx'
import { stepPath } from './paths.ts'

const Segments = ({ frame }: { frame: Frame }) => {
  const { at, of } = frame.place
  const segments = Array.from({ length: of }, (_, index) => index + 1)
  return (
    <span aria-hidden="true" className="mt-1 flex gap-1.5">
      {segments.map((place) => (
        <span
          className={`h-1 flex-1 rounded-full ${place <= at ? 'segment-done bg-primary' : 'bg-line'}`}
          key={place}
        />
      ))}
    </span>
  )
}

/** The way back (P1) and the place in the path. A closing page has neither: nothing is left to do. */
export const StepBar = ({ frame, t }: { frame: Frame; t: Translate }) => {
  const isPlaced = frame.place.of > 1 && frame.step !== 'done'
  const back = frame.embed?.backEnable === false ? null : frame.back
  if (!isPlaced && back === null) return null
  return (
    <nav aria-label={t('frame.place')} className="pt-2">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 text-small">
        {back !== null && (
          <a
            className="-ms-1.5 inline-flex min-h-11 items-center gap-1 pe-2 whitespace-nowrap no-underline hover:underline"
            href={stepPath(frame, back)}
          >
            <BackIcon />
            {t('frame.back')}
          </a>
        )}
        {isPlaced && (
          <p className="ms-auto text-muted whitespace-nowrap tabular-nums">
            {t('frame.progress', frame.place)}
          </p>
        )}
      </div>
      {isPlaced && <Segments frame={frame} />}
    </nav>
  )
}
