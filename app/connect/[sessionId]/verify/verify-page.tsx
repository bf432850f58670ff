import { Button, QuietLink } from '../../../_ui/button.tsx'
import { Field } from '../../../_ui/field.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { errorOf } from '../_ui/flash-texts.ts'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath } from '../_ui/paths.ts'
import { StepForm } from '../_ui/step-form.tsx'
import { stepTitle } from '../_ui/step-title.ts'

const mostTries = 5

const Again = ({ view, t }: Pick<PageProps<'verify'>, 'view' | 't'>) => (
  <section className="mt-10">
    <p className="text-small text-muted">
      {t(view.channel === 'phone' ? 'verify.notReceivedPhone' : 'verify.notReceived')}
    </p>
    <div className="mt-3">
      <Button look="secondary" name="action" value="resend">
        {t('verify.resend')}
      </Button>
    </div>
    {view.resendAfterSeconds > 0 && (
      <p className="mt-2 text-small text-muted">
        {t('verify.resendWait', { seconds: view.resendAfterSeconds })}
      </p>
    )}
    {view.other && (
      <div className="mt-3">
        <Button look="secondary" name="action" value="other">
          {t(`verify.other.${view.other.channel}`, { address: view.other.to })}
        </Button>
      </div>
    )}
  </section>
)

/** One field for the whole code, open to autofill and paste; its life, its tries, another code, another address (P4, O17, AU3). */
export const VerifyPage = ({ frame, view, t }: PageProps<'verify'>) => {
  const isSpent = view.triesLeft === 0
  return (
    <JourneyShell
      frame={frame}
      lead={t('steps.verify.lead', { address: view.sentTo })}
      t={t}
      title={stepTitle(view, t)}
    >
      {view.isExpired && (
        <Panel title={t('verify.expired')} tone="notice">
          {t('verify.expiredText')}
        </Panel>
      )}
      <StepForm frame={frame}>
        <Field
          autoComplete="one-time-code"
          error={errorOf(frame, 'code', t)}
          errorPrefix={t('frame.error')}
          hint={t('verify.hint', { minutes: view.lifeMinutes })}
          inputMode="numeric"
          label={t('verify.code')}
          look="code"
          name="code"
          spellCheck={false}
          type="text"
        />
        {view.triesLeft < mostTries && !view.isExpired && (
          <p className={`mt-2 text-small ${isSpent ? 'font-semibold' : 'text-muted'}`}>
            {t('verify.triesLeft', { count: view.triesLeft })}
          </p>
        )}
        <p className="mt-6">
          <Button name="action" value="verify">
            {t('frame.continue')}
          </Button>
        </p>
        <Again t={t} view={view} />
      </StepForm>
      <p className="mt-4">
        <QuietLink href={stepPath(frame, 'identity')}>
          {t(view.channel === 'phone' ? 'verify.changePhone' : 'verify.change')}
        </QuietLink>
      </p>
    </JourneyShell>
  )
}
