import type { Translate } from '#lib/kit/i18n.ts'
import type { SignInProblem } from '#lib/web/staff/sign-in-page.ts'
import { Button } from '../_ui/button.tsx'
import { Field } from '../_ui/field.tsx'

type Props = {
  readonly csrfToken: string
  readonly problem: SignInProblem | null
  readonly next: string
  readonly t: Translate
}

export const SignInForm = ({ csrfToken, problem, next, t }: Props) => (
  <>
    {problem && (
      <p className="mt-4 rounded-brand bg-notice-surface px-4 py-3 text-small text-notice" role="alert">
        {t(`console.signIn.problems.${problem}`)}
      </p>
    )}
    <p className="mt-3 text-small text-muted">{t('console.signIn.lead')}</p>
    <form action="/api/auth/signin/email" className="mt-5 grid gap-5" method="post">
      <input name="csrfToken" type="hidden" value={csrfToken} />
      <input name="callbackUrl" type="hidden" value={next} />
      <Field autoComplete="email" isRequired label={t('console.signIn.email')} name="email" type="email" />
      <Button>{t('console.signIn.send')}</Button>
    </form>
  </>
)
