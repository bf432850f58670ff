import type { ScopeName } from '#lib/tenants/flow-policy.ts'
import { longestKeptDays } from '#lib/tenants/keeping.ts'
import { keepingField } from '#lib/tenants/keeping-flaws.ts'
import { usualKeeping } from '#lib/tenants/policy-draft.ts'
import { Select } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { Field } from '../../_ui/field.tsx'

type Props = { readonly view: StudioView<'policy'>; readonly scope: ScopeName }

/** Which accounts there are stands as long as the consent does. */
const choicesFor = (scope: ScopeName) =>
  scope === 'account_basics' ? (['asked', 'end'] as const) : (['asked', 'read', 'end'] as const)

/** How long the data of a scope is kept; nothing for what is no data. */
export const KeepingFields = ({ view, scope }: Props) => {
  const { t, document, flaws } = view
  if (scope === 'ongoing_refresh') return null
  const kept = document.scopes.find((one) => one.scope === scope)?.kept ?? usualKeeping
  const errorPrefix = t('frame.error')
  const hint = t('console.policy.hints.kept')
  const ofAccounts = t('console.policy.hints.keptAccounts')
  return (
    <div className="level grid gap-x-3 gap-y-4 sm:grid-cols-[minmax(0,1fr)_7.5rem]">
      <Select
        choices={choicesFor(scope).map((value) => ({
          value: value === 'asked' ? '' : value,
          label: t(`console.policy.kept.${value}`),
        }))}
        error={errorAt(flaws, keepingField(scope, 'from'), t)}
        errorPrefix={errorPrefix}
        hint={scope === 'account_basics' ? `${hint} ${ofAccounts}` : hint}
        label={t('console.policy.fields.kept')}
        name={keepingField(scope, 'from')}
        value={kept.from}
      />
      <Field
        defaultValue={kept.days}
        error={errorAt(flaws, keepingField(scope, 'days'), t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.keptDays', { max: longestKeptDays })}
        inputMode="numeric"
        label={t('console.policy.fields.keptDays')}
        maxLength={4}
        name={keepingField(scope, 'days')}
      />
    </div>
  )
}
