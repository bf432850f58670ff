import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button, ButtonLink, QuietLink } from '../../../_ui/button.tsx'
import { LeaveForm } from './leave-form.tsx'
import { stepPath } from './paths.ts'

type Props = { readonly frame: Frame; readonly label: string }

/** The way to another bank; nothing where the business has named the one. */
export const AnotherBank = ({ frame, label }: Props) =>
  frame.isBankFixed ? null : <QuietLink href={stepPath(frame, 'institution')}>{label}</QuietLink>

/** The same as the first way on; where the business has named the bank, it is the business that knows another. */
export const AnotherBankFirst = ({ frame, label, t }: Props & { readonly t: Translate }) =>
  frame.isBankFixed ? (
    <LeaveForm frame={frame} reason="cancelled">
      <Button>{t('frame.returnTo', { tenant: frame.brand.tenantName })}</Button>
    </LeaveForm>
  ) : (
    <ButtonLink href={stepPath(frame, 'institution')}>{label}</ButtonLink>
  )
