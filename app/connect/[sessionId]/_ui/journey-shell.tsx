import type { ReactNode } from 'react'
import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { ErrorSummary } from '../../../_ui/error-summary.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { errorText, noticeText } from './flash-texts.ts'
import { CancelForm } from './leave-form.tsx'

type Props = {
  readonly frame: Frame
  readonly t: Translate
  readonly title: string
  readonly lead?: ReactNode
  /** Above the heading: whose page one is about to use. */
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** Main of every step: what failed, the question, the answer, and the way out. */
export const JourneyShell = ({ frame, t, title, lead, above, children }: Props) => {
  const errors = (frame.flash?.errors ?? []).map((error) => ({
    field: error.field,
    text: errorText(error, t),
  }))
  const notice = noticeText(frame, t)
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary errors={errors} title={t('frame.errorTitle', { count: errors.length })} />
      )}
      {above}
      <h1 className="font-heading text-h1 font-semibold" data-focus="" tabIndex={-1}>
        {title}
      </h1>
      {lead && <p className="mt-3 text-lead text-muted">{lead}</p>}
      {notice && <Panel tone="notice">{notice}</Panel>}
      {children}
      {frame.step !== 'done' && <CancelForm frame={frame} t={t} />}
    </>
  )
}
