import type { ReactNode } from 'react'
import type { Frame } from '#lib/flow/view.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { ownWords } from '#lib/tenants/copy.ts'
import { ErrorSummary } from '../../../_ui/error-summary.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { errorText, noticeText } from './flash-texts.ts'
import { CancelForm } from './leave-form.tsx'

type Props = {
  readonly frame: Frame
  readonly t: Translate
  readonly title: string
  readonly lead?: ReactNode
  /** True where the lead tells of something else than the step's usual question: a tenant's words would not fit. */
  readonly leadIsOurs?: boolean
  /** Above the heading: whose page one is about to use. */
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** Steps whose own lead says what the person must know or do: a tenant's words come before it, not in its place. */
const telling: readonly StepId[] = ['verify', 'mfa', 'connecting']

type LeadProps = { readonly frame: Frame; readonly isOurs: boolean; readonly children: ReactNode }

const Lead = ({ frame, isOurs, children }: LeadProps) => {
  const { brand, language, step } = frame
  // What a review says is weighed word by word: it must not become an accusation.
  const isOurWord = isOurs || step === 'done' || step === 'review' || step === 'files'
  const own = isOurWord ? null : ownWords(brand, language, `steps.${step}.lead`)
  return (
    <>
      {own && <p className="mt-3 text-lead text-muted">{own}</p>}
      {children && (own === null || telling.includes(step)) && (
        <p className="mt-3 text-lead text-muted">{children}</p>
      )}
    </>
  )
}

/** Where the page around brings a heading of its own, ours is for screen readers alone. */
const hasOwnHeading = ({ embed, step }: Frame): boolean => {
  if (step === 'institution') return embed?.headerEnable === false
  return step === 'accounts' && embed?.accountSelectorNoTitle === true
}

/** Main of every step: what failed, the question, the answer, and the way out. */
export const JourneyShell = ({ frame, t, title, lead, leadIsOurs = false, above, children }: Props) => {
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
      <div className={hasOwnHeading(frame) ? 'sr-only' : undefined}>
        <h1 className="font-heading text-h1 font-semibold" data-focus="" tabIndex={-1}>
          {title}
        </h1>
        <Lead frame={frame} isOurs={leadIsOurs}>
          {lead}
        </Lead>
      </div>
      {notice && <Panel tone="notice">{notice}</Panel>}
      {children}
      {frame.step !== 'done' && <CancelForm frame={frame} t={t} />}
    </>
  )
}
