import type { Translate } from '#lib/kit/i18n.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'
import { Mark, type MarkTone } from '../../../_ui/mark.tsx'

type State = 'off' | 'untried' | 'offered' | 'required'
const tones: Readonly<Record<State, MarkTone>> = {
  off: 'busy',
  untried: 'busy',
  offered: 'good',
  required: 'good',
}

const stateOf = ({ verifiedAt, workedAt, isRequired }: StaffSso): State => {
  if (!verifiedAt) return 'off'
  if (isRequired) return 'required'
  return workedAt ? 'offered' : 'untried'
}

/** In one line, whether anybody can come by it. */
export const Standing = ({ sso, t }: { readonly sso: StaffSso; readonly t: Translate }) => {
  const state = stateOf(sso)
  return (
    <p className="text-small">
      <span className="sr-only">{t('console.signOn.state')}: </span>
      <Mark tone={tones[state]}>{t(`console.signOn.states.${state}`)}</Mark>
    </p>
  )
}
