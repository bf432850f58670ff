import { ownWords } from '#lib/tenants/copy.ts'
import { Button } from '../../../_ui/button.tsx'
import { CheckIcon } from '../../../_ui/icons.tsx'
import { VisitReference } from '../../../_ui/visit-reference.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import { LeaveForm } from '../_ui/leave-form.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepTitle } from '../_ui/step-title.ts'
import { AfterNothing, AfterSharing } from './next-steps.tsx'
import { Summary } from './summary.tsx'

const Success = () => (
  <p className="mb-5 inline-flex size-12 items-center justify-center rounded-full bg-accent text-h2 text-accent-on">
    <CheckIcon />
  </p>
)

/** Back to the tenant, or where it has no page: the end of the visit, and after it nothing but to close the page. */
const WayOut = ({ frame, view, t }: PageProps<'done'>) => {
  const { isReturning } = frame
  if (view.hasEnded && !isReturning) return <p className="mt-8 font-semibold">{t('done.close')}</p>
  const tenant = frame.brand.tenantName
  return (
    <div className="mt-8">
      <LeaveForm frame={frame} goesOn={view.outcome === 'finished'}>
        <Button>{isReturning ? t('frame.returnTo', { tenant }) : t('done.finish')}</Button>
      </LeaveForm>
    </div>
  )
}

/** The last look and the receipt: what, with whom, until when, how to stop (AU6, AU8). Other endings say that nothing was shared. */
export const DonePage = (props: PageProps<'done'>) => {
  const { frame, view, t } = props
  const tenant = frame.brand.tenantName
  const isFinished = view.outcome === 'finished'
  const own = isFinished ? ownWords(frame.brand, frame.language, 'done.finishedLead') : null
  return (
    <JourneyShell
      above={isFinished && <Success />}
      frame={frame}
      lead={own ?? t(`done.${view.outcome}Lead`, { tenant })}
      t={t}
      title={stepTitle(view, t)}
    >
      {view.receipt && <Summary frame={frame} receipt={view.receipt} t={t} />}
      {isFinished && <AfterSharing {...props} />}
      <WayOut {...props} />
      {!isFinished && <AfterNothing {...props} />}
      <VisitReference reference={frame.reference} t={t} />
    </JourneyShell>
  )
}
