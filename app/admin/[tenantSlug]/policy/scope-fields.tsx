import { type ScopeName, scopeNames } from '#lib/tenants/flow-policy.ts'
import { scopeWordsField } from '#lib/tenants/policy-flaws.ts'
import { Select, TextArea } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { KeepingFields } from './keeping-fields.tsx'

type Props = { readonly view: StudioView<'policy'> }
type Part = 'purpose' | 'reason'

const Words = ({ view, scope, part }: Props & { scope: ScopeName; part: Part }) => {
  const { t, document, flaws } = view
  const asked = document.scopes.find((one) => one.scope === scope)
  return (
    <div className="level grid grid-cols-pair gap-4">
      {(['en', 'fr'] as const).map((language) => (
        <TextArea
          error={errorAt(flaws, scopeWordsField(scope, part, language), t)}
          errorPrefix={t('frame.error')}
          key={language}
          label={`${t(`console.policy.fields.${part}`)} (${t(`languages.${language}`)})`}
          lang={language}
          name={scopeWordsField(scope, part, language)}
          value={asked?.[part][language] ?? ''}
        />
      ))}
    </div>
  )
}

const Scope = ({ view, scope }: Props & { scope: ScopeName }) => {
  const { t, document } = view
  const asked = document.scopes.find((one) => one.scope === scope)
  return (
    <details className="border-b border-line py-3 last:border-none" open={asked !== undefined}>
      <summary className="min-h-11 py-1">
        <span className="font-semibold">{t(`scopes.${scope}.title`)}</span>
        <span className="block text-small text-muted">{t(`scopes.${scope}.description`)}</span>
      </summary>
      <div className="mt-2 grid gap-4">
        <Select
          choices={(['no', 'optional', 'required'] as const).map((value) => ({
            value,
            label: t(`console.policy.asked.${value}`),
          }))}
          errorPrefix={t('frame.error')}
          label={t('console.policy.fields.asked')}
          name={`scope.${scope}`}
          value={asked ? (asked.required ? 'required' : 'optional') : 'no'}
        />
        <Words part="purpose" scope={scope} view={view} />
        <Words part="reason" scope={scope} view={view} />
        <KeepingFields scope={scope} view={view} />
      </div>
    </details>
  )
}

/** What may be asked for, each with its use and, where it is required, why (CA2, CA5). */
export const ScopeFields = ({ view }: Props) => (
  <div id="f-scopes" tabIndex={-1}>
    {scopeNames.map((scope) => (
      <Scope key={scope} scope={scope} view={view} />
    ))}
  </div>
)
