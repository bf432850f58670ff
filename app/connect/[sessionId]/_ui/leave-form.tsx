import type { ReactNode } from 'react'
import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { QuietButton } from '../../../_ui/button.tsx'
import { leavePath } from './paths.ts'

type Props = {
  readonly frame: Frame
  readonly reason?: string
  readonly children: ReactNode
  /** In a frame the script sends it, once the last page was told of. */
  readonly goesOn?: boolean
}

/** The one way out. */
export const LeaveForm = ({ frame, reason, children, goesOn }: Props) => (
  <form action={leavePath(frame)} data-goes-on={goesOn && frame.embed ? '' : undefined} method="post">
    {reason && <input name="reason" type="hidden" value={reason} />}
    {children}
  </form>
)

/** On every step: to go back to the tenant with nothing shared. */
export const CancelForm = ({ frame, t }: { frame: Frame; t: Translate }) => (
  <div className="mt-10 border-t border-line pt-3">
    <LeaveForm frame={frame} reason="cancelled">
      <QuietButton>
        {frame.isReturning ? t('frame.cancel', { tenant: frame.brand.tenantName }) : t('frame.cancelHere')}
      </QuietButton>
    </LeaveForm>
  </div>
)
