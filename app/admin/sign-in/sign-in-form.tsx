import type { Translate } from '#lib/kit/i18n.ts'
import type { SignInProblem } from '#lib/web/staff/sign-in-page.ts'
import { Button } from '../_ui/button.tsx'
import { Field } from '../_ui/field.tsx'

type Props = {
  readonly csrfToken: string
  readonly problem: SignInProblem | null
  readonly next: string
  readonly isByMail: boolean
  readonly t: Translate
}

export const SignInForm = ({ csrfToken, problem, next, isByMail, t }: Props) => (
  <>
    {problem && (
      <p
        className="mt-4 rounded-brand bg-notice-surface px-4 py-3 text-small text-notice"
        data-focus="first"
        role="alert"
        tabIndex={-1}
      >
        {t(`console.signIn.problems.${problem}`)}
      </p>
    )}
    <p className="mt-3 text-small text-muted">
      {t(isByMail ? 'console.signIn.lead' : 'console.signIn.leadAny')}
    </p>
    <form
      action={isByMail ? '/api/auth/signin/email' : '/admin/sign-in'}
      className="mt-5 grid gap-5"
      method="post"
    >
      <input name="csrfToken" type="hidden" value={csrfToken} />
      <input name="callbackUrl" type="hidden" value={next} />
      <Field autoComplete="email" isRequired label={t('console.signIn.email')} name="email" type="email" />
      <Button>{t(isByMail ? 'console.signIn.send' : 'console.signIn.go')}</Button>
    </form>
    {problem?.startsWith('sso') && (
      <p className="mt-4">
        <a className="inline-flex min-h-11 items-center text-small" href="/admin/sign-in?way=mail">
          {t('console.signIn.mailInstead')}
        </a>
      </p>
    )}
  </>
)
