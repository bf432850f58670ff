import { QuietLink } from '../../../_ui/button.tsx'
import { LockIcon } from '../../../_ui/icons.tsx'
import { Aside } from '../../../_ui/panel.tsx'
import { InstitutionHeading } from '../_ui/institution-heading.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import { LoginProblemPanel } from '../_ui/login-problem-panel.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath } from '../_ui/paths.ts'
import { stepTitle } from '../_ui/step-title.ts'
import { LoginForm } from './login-form.tsx'

/** Where trying again cannot help, the form waits behind a line that says when it can. */
const Form = (props: PageProps<'login'>) =>
  props.view.problem?.retry === 'never' ? (
    <details className="mt-6">
      <summary className="inline-flex min-h-11 items-center text-link underline underline-offset-4">
        {props.t('login.againAfterFix')}
      </summary>
      <LoginForm {...props} />
    </details>
  ) : (
    <LoginForm {...props} />
  )

/** Credentials for the bank, with who sees them said beside the field (AU2). */
export const LoginPage = (props: PageProps<'login'>) => {
  const { frame, view, t } = props
  const institution = view.institution.name
  return (
    <JourneyShell
      above={<InstitutionHeading institution={view.institution} />}
      frame={frame}
      t={t}
      title={stepTitle(view, t)}
    >
      {view.problem && <LoginProblemPanel institution={institution} problem={view.problem} t={t} />}
      <Form {...props} />
      <Aside icon={<LockIcon />} title={t('login.whoSees')}>
        <p>{t('login.safe', { institution, tenant: frame.brand.tenantName })}</p>
        <p className="mt-1">{t('login.readOnly')}</p>
      </Aside>
      <p className="mt-4">
        <QuietLink href={stepPath(frame, 'institution')}>{t('login.another')}</QuietLink>
      </p>
    </JourneyShell>
  )
}
