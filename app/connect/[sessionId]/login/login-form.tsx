import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../../_ui/button.tsx'
import { Field, fieldId } from '../../../_ui/field.tsx'
import { errorOf } from '../_ui/flash-texts.ts'
import type { PageProps } from '../_ui/page-props.ts'
import { StepForm } from '../_ui/step-form.tsx'

/** Hidden until a script can make it work. */
const Reveal = ({ t }: { t: Translate }) => (
  <button
    aria-controls={fieldId('password')}
    aria-label={t('login.showPassword')}
    className="min-h-13 min-w-24 flex-none rounded-brand border border-control bg-surface px-4 text-small font-semibold text-ink hover:bg-raised"
    data-hide-label={t('login.hidePassword')}
    data-hide-text={t('login.hide')}
    data-reveal=""
    data-show-label={t('login.showPassword')}
    data-show-text={t('login.show')}
    hidden
    type="button"
  >
    {t('login.show')}
  </button>
)

/** Who brings a connection back is told with which username, so that it stays the same one. */
const usernameHint = ({ view, t }: Pick<PageProps<'login'>, 'view' | 't'>): string =>
  view.formerUsername === null
    ? (view.words.usernameHint ?? t('login.usernameHint', { institution: view.institution.name }))
    : t('login.formerHint', { username: view.formerUsername })

/** Nothing typed here ever comes back into a page: both fields start empty. */
export const LoginForm = ({ frame, view, t }: PageProps<'login'>) => (
  <StepForm frame={frame}>
    <Field
      autoCapitalize="none"
      autoComplete="username"
      error={errorOf(frame, 'username', t)}
      errorPrefix={t('frame.error')}
      hint={usernameHint({ view, t })}
      inputMode={view.words.keyboard}
      label={view.words.username ?? t('login.username')}
      name="username"
      spellCheck={false}
      type="text"
    />
    <Field
      aside={<Reveal t={t} />}
      autoCapitalize="none"
      autoComplete="current-password"
      error={errorOf(frame, 'password', t)}
      errorPrefix={t('frame.error')}
      hint={view.words.help}
      label={view.words.password ?? t('login.password')}
      name="password"
      spellCheck={false}
      type="password"
    />
    <p className="mt-1.5 min-h-6 text-small text-muted" data-caps-lock={t('login.capsLock')} role="status" />
    <p className="mt-4">
      <Button>{t('login.submit')}</Button>
    </p>
  </StepForm>
)
