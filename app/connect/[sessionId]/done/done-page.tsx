import { ownWords } from '#lib/tenants/copy.ts'
import { Button } from '../../../_ui/button.tsx'
import { CheckIcon } from '../../../_ui/icons.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import { LeaveForm } from '../_ui/leave-form.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepTitle } from '../_ui/step-title.ts'
import { Summary } from './summary.tsx'

const Success = () => (
  <p className="mb-5 inline-flex size-12 items-center justify-center rounded-full bg-accent text-h2 text-accent-on">
    <CheckIcon />
  </p>
)

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
      {isFinished && <Summary {...props} />}
      <div className="mt-8">
        <LeaveForm frame={frame} goesOn={isFinished}>
          <Button>{t('frame.returnTo', { tenant })}</Button>
        </LeaveForm>
      </div>
    </JourneyShell>
  )
}
