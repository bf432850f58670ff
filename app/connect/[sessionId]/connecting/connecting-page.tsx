import { QuietLink } from '../../../_ui/button.tsx'
import { InstitutionHeading } from '../_ui/institution-heading.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { statusPath, stepPath } from '../_ui/paths.ts'
import { stepTitle } from '../_ui/step-title.ts'

/** A page that waits. With scripts it asks; without, its head loads it anew; and a link does so by hand. */
export const ConnectingPage = ({ frame, view, t }: PageProps<'connecting'>) => (
  <JourneyShell
    above={<InstitutionHeading institution={view.institution} />}
    frame={frame}
    lead={t(`connecting.${view.waitingFor}`)}
    t={t}
    title={stepTitle(view, t)}
  >
    <div
      aria-hidden="true"
      className="waiting relative mt-8 h-1.5 overflow-hidden rounded-full bg-line"
      data-poll={statusPath(frame)}
      data-seconds={view.refreshSeconds}
      data-step={frame.step}
    />
    <p className="mt-4 text-small text-muted">{t('connecting.stay')}</p>
    <p className="text-small" data-slow={t('connecting.slow')} role="status" />
    <p className="mt-2">
      <QuietLink href={stepPath(frame, 'connecting')}>{t('connecting.check')}</QuietLink>
    </p>
  </JourneyShell>
)
