import { QuietLink } from '../../../_ui/button.tsx'
import { AnotherBank } from '../_ui/another-bank.tsx'
import { BankForm } from '../_ui/bank-form.tsx'
import { InstitutionHeading } from '../_ui/institution-heading.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { statusPath, stepPath } from '../_ui/paths.ts'
import { QuestionClock } from '../_ui/question-clock.tsx'
import { stepTitle } from '../_ui/step-title.ts'

type Props = PageProps<'connecting'>

/** What the bank asks to be approved, in its words and language (3.1.2), and the way to its own page for it. */
const Approval = ({ view, t }: Props) =>
  view.approval && (
    <div className="mt-6 rounded-panel border border-line bg-raised px-5 py-4">
      <h2 className="text-small text-muted">
        {t('connecting.asks', { institution: view.institution.name })}
      </h2>
      <p className="mt-1 font-semibold" lang={view.approval.language}>
        {view.approval.prompt}
      </p>
      {view.approval.link && (
        <p className="mt-1">
          <a
            className="inline-flex min-h-11 items-center"
            href={view.approval.link}
            rel="noopener noreferrer"
            target="_blank"
          >
            {t('connecting.openApproval', { institution: view.institution.name })}
            <span className="sr-only"> ({t('frame.newTab')})</span>
          </a>
        </p>
      )}
    </div>
  )

/** Until the bank has said yes, one may sign in anew or go to another; afterwards there is only to wait or to leave. */
const WaysOut = ({ frame, view, t }: Props) =>
  view.waitingFor !== 'accounts' && (
    <p className="flex flex-wrap gap-x-6">
      {!view.bankPage && <QuietLink href={stepPath(frame, 'login')}>{t('mfa.startOver')}</QuietLink>}
      <AnotherBank frame={frame} label={t('login.another')} />
    </p>
  )

/** A page that waits. With scripts it asks; without, its head loads it anew; and a link does so by hand. */
export const ConnectingPage = (props: Props) => {
  const { frame, view, t } = props
  return (
    <JourneyShell
      above={<InstitutionHeading institution={view.institution} />}
      frame={frame}
      lead={t(view.isDispatched ? 'connecting.dispatched' : `connecting.${view.waitingFor}`, {
        institution: view.institution.name,
      })}
      t={t}
      title={stepTitle(view, t)}
    >
      <Approval {...props} />
      {view.bankPage && (
        <BankForm frame={frame} institution={view.institution.name} isAgain page={view.bankPage} t={t} />
      )}
      <QuestionClock secondsLeft={view.secondsLeft} t={t} />
      <div
        aria-hidden="true"
        className="waiting relative mt-8 h-1.5 overflow-hidden rounded-full bg-line"
        data-poll={statusPath(frame)}
        data-seconds={view.refreshSeconds}
        data-step={frame.step}
      />
      <p className="mt-4 text-small text-muted">{t('connecting.stay')}</p>
      <p className="text-small text-muted">
        {t(view.choosesAccounts ? 'connecting.ends' : 'connecting.endsSoon', {
          institution: view.institution.name,
        })}
      </p>
      <p className="text-small" data-slow={t('connecting.slow')} role="status">
        {view.isSlow && t('connecting.slow')}
      </p>
      <p className="mt-2">
        <QuietLink href={stepPath(frame, 'connecting')}>{t('connecting.check')}</QuietLink>
      </p>
      <WaysOut {...props} />
    </JourneyShell>
  )
}
