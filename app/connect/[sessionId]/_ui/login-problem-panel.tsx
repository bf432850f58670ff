import type { LoginProblem } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { minutesText } from './duration-text.ts'

type Props = { readonly problem: LoginProblem; readonly institution: string; readonly t: Translate }

/** What the bank said, what may help, when to come back, how many tries it leaves. It never guesses whose mistake it was. */
export const LoginProblemPanel = ({ problem, institution, t }: Props) => (
  <Panel isFirst title={t(`faults.${problem.fault}.title`, { institution })} tone="danger">
    <p className="mt-1">{t(`faults.${problem.fault}.text`, { institution })}</p>
    {problem.retryInMinutes !== null && (
      <p className="mt-2 font-semibold">
        {t('login.retryIn', { institution, time: minutesText(problem.retryInMinutes, t) })}
      </p>
    )}
    {problem.triesLeft !== null && (
      <p className="mt-2 font-semibold">{t('login.triesLeft', { count: problem.triesLeft, institution })}</p>
    )}
  </Panel>
)
