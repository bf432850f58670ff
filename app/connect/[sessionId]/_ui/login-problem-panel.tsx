import type { LoginProblem } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { minutesText } from './duration-text.ts'

type Props = {
  readonly problem: LoginProblem
  readonly institution: string
  /** The person spoke to the bank on its own page. */
  readonly isAtBank?: boolean
  readonly t: Translate
}

/** A no that was said on the bank's own page is the person's own, and no failure. */
const wordsOf = ({ problem, institution, isAtBank, t }: Props) =>
  isAtBank && problem.fault === 'approval_denied'
    ? { title: t('bankPage.deniedTitle', { institution }), text: t('bankPage.denied') }
    : {
        title: t(`faults.${problem.fault}.title`, { institution }),
        text: t(`faults.${problem.fault}.text`, { institution }),
      }

/** What the bank said, what may help, when to come back, how many tries it leaves. It never guesses whose mistake it was. */
export const LoginProblemPanel = (props: Props) => {
  const { problem, institution, t } = props
  const { title, text } = wordsOf(props)
  return (
    <Panel isFirst title={title} tone="danger">
      <p className="mt-1">{text}</p>
      {problem.retryInMinutes !== null && (
        <p className="mt-2 font-semibold">
          {t('login.retryIn', { institution, time: minutesText(problem.retryInMinutes, t) })}
        </p>
      )}
      {problem.triesLeft !== null && (
        <p className="mt-2 font-semibold">
          {t('login.triesLeft', { count: problem.triesLeft, institution })}
        </p>
      )}
    </Panel>
  )
}
