import { demoModes } from '#lib/tenants/flow-policy.ts'
import { idleChoices, visitChoices } from '#lib/tenants/visit-limits.ts'
import { spanText } from '../../../_ui/span-text.ts'
import { Select } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'

const limits = { idleMinutes: idleChoices, visitMinutes: visitChoices } as const

/** How long a visit waits, and who makes a test of it. */
export const LimitFields = ({ view }: { readonly view: StudioView<'policy'> }) => {
  const { t, document, flaws } = view
  const errorPrefix = t('frame.error')
  return (
    <div className="grid gap-5">
      {(['idleMinutes', 'visitMinutes'] as const).map((name) => (
        <Select
          choices={limits[name].map((minutes) => ({ value: String(minutes), label: spanText(minutes, t) }))}
          error={errorAt(flaws, name, t)}
          errorPrefix={errorPrefix}
          hint={t(`console.policy.hints.${name}`)}
          key={name}
          label={t(`console.policy.fields.${name}`)}
          name={name}
          value={document[name]}
        />
      ))}
      <Select
        choices={demoModes.map((value) => ({ value, label: t(`console.policy.demoModes.${value}`) }))}
        error={errorAt(flaws, 'demoMode', t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.demoMode')}
        label={t('console.policy.fields.demoMode')}
        name="demoMode"
        value={document.demoMode}
      />
    </div>
  )
}
