import { Button, QuietButton, QuietLink } from '../../../_ui/button.tsx'
import { InstitutionHeading } from '../_ui/institution-heading.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import { LoginProblemPanel } from '../_ui/login-problem-panel.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath } from '../_ui/paths.ts'
import { QuestionClock } from '../_ui/question-clock.tsx'
import { StepForm } from '../_ui/step-form.tsx'
import { stepTitle } from '../_ui/step-title.ts'
import { ChallengeField } from './challenge-field.tsx'

/** Its own form: asking for another code must not need an answer to the first. */
const Resend = ({ frame, view, t }: PageProps<'mfa'>) =>
  view.challenges.some(({ canResend }) => canResend) && (
    <section className="mt-8">
      <p className="text-small text-muted">{t('mfa.resendHint')}</p>
      <StepForm frame={frame}>
        <QuietButton name="action" value="resend">
          {t('mfa.resend')}
        </QuietButton>
      </StepForm>
    </section>
  )

/** One round of the bank's questions. It is the bank that decides how many there are. */
export const MfaPage = (props: PageProps<'mfa'>) => {
  const { frame, view, t } = props
  const institution = view.institution.name
  return (
    <JourneyShell
      above={<InstitutionHeading institution={view.institution} />}
      frame={frame}
      lead={t(view.asks > 1 ? 'steps.mfa.again' : 'steps.mfa.lead', { institution })}
      t={t}
      title={stepTitle(view, t)}
    >
      {view.problem && <LoginProblemPanel institution={institution} problem={view.problem} t={t} />}
      <StepForm frame={frame}>
        {view.challenges.map((challenge) => (
          <ChallengeField challenge={challenge} key={challenge.id} {...props} />
        ))}
        <QuestionClock secondsLeft={view.secondsLeft} t={t} />
        <p className="mt-6">
          <Button>{t('frame.continue')}</Button>
        </p>
      </StepForm>
      <Resend {...props} />
      <p className="mt-4">
        <QuietLink href={stepPath(frame, 'login')}>{t('mfa.startOver')}</QuietLink>
      </p>
    </JourneyShell>
  )
}
