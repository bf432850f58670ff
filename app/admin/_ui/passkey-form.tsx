import type { ReactNode } from 'react'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from './button.tsx'

type Props = {
  readonly kind: 'make' | 'use'
  /** Where the form goes; the same address answers GET with what the browser is asked. */
  readonly action: string
  readonly next: string
  readonly t: Translate
  readonly children?: ReactNode
}

/** Shown by the island, where the browser has passkeys. */
export const PasskeyForm = ({ kind, action, next, t, children }: Props) => (
  <form
    action={action}
    className="grid justify-items-start gap-4"
    data-needs-passkeys=""
    data-options={action}
    data-passkey={kind}
    hidden
    method="post"
  >
    <input name="answer" type="hidden" value="" />
    <input name="next" type="hidden" value={next} />
    {children}
    <Button look={kind === 'use' ? 'primary' : 'secondary'}>{t(`console.factor.passkey.${kind}`)}</Button>
    <p className="text-small font-semibold text-danger" data-passkey-failed="" hidden role="alert">
      {t('console.factor.passkey.failed')}
    </p>
  </form>
)
