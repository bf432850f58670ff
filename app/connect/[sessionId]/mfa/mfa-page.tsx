import { Button, QuietLink } from '../../../_ui/button.tsx'
import { InstitutionHeading } from '../_ui/institution-heading.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import { LoginProblemPanel } from '../_ui/login-problem-panel.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath } from '../_ui/paths.ts'
import { StepForm } from '../_ui/step-form.tsx'
import { stepTitle } from '../_ui/step-title.ts'
import { ChallengeField } from './challenge-field.tsx'

/** One round of the bank's questions. It is the bank that decides how many there are. */
export const MfaPage = (props: PageProps<'mfa'>) => {
  const { frame, view, t } = props
  const institution = view.institution.name
  const isApproval = view.challenges.every(({ kind }) => kind === 'approve_in_app')
  return (
    <JourneyShell
      above={<InstitutionHeading institution={view.institution} />}
      frame={frame}
      lead={t(view.round > 1 ? 'steps.mfa.again' : 'steps.mfa.lead', { institution })}
      t={t}
      title={stepTitle(view, t)}
    >
      {view.problem && <LoginProblemPanel institution={institution} problem={view.problem} t={t} />}
      <StepForm frame={frame}>
        {view.challenges.map((challenge) => (
          <ChallengeField challenge={challenge} key={challenge.id} {...props} />
        ))}
        <p className="mt-8">
          <Button>{t(isApproval ? 'mfa.approved' : 'frame.continue')}</Button>
        </p>
      </StepForm>
      <p className="mt-4">
        <QuietLink href={stepPath(frame, 'login')}>{t('mfa.startOver')}</QuietLink>
      </p>
    </JourneyShell>
  )
}
