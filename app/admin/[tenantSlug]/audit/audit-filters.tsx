import type { Translate } from '#lib/kit/i18n.ts'
import { Field } from '../../_ui/field.tsx'
import { FilterBar, Select } from '../../_ui/filters.tsx'
import { actorWords } from './actor-words.ts'
import { actionWords } from './change-words.ts'

export type AuditFilterProps = {
  readonly path: string
  readonly choices: {
    readonly actions: readonly string[]
    readonly actors: readonly { readonly value: string; readonly label: string }[]
  }
  readonly filters: URLSearchParams
  readonly t: Translate
}

export const AuditFilters = ({ path, choices, filters, t }: AuditFilterProps) => (
  <FilterBar
    action={path}
    apply={t('console.audit.apply')}
    clear={filters.size > 0 ? { label: t('console.audit.clear'), href: path } : undefined}
    label={t('console.audit.filters')}
  >
    <Select
      isWide
      any={t('console.audit.anybody')}
      choices={choices.actors.map(({ value, label }) => {
        const words = actorWords(label, t)
        return { value, label: words === label ? label : `${words} (${label})` }
      })}
      label={t('console.audit.who')}
      name="actor"
      value={filters.get('actor') ?? undefined}
    />
    <Select
      isWide
      any={t('console.audit.anything')}
      choices={choices.actions.map((action) => ({ value: action, label: actionWords(action, t) }))}
      label={t('console.audit.action')}
      name="action"
      value={filters.get('action') ?? undefined}
    />
    <Field
      defaultValue={filters.get('subject') ?? ''}
      label={t('console.audit.subject')}
      name="subject"
      spellCheck={false}
    />
    {(['from', 'to'] as const).map((name) => (
      <Field
        defaultValue={filters.get(name) ?? ''}
        key={name}
        label={t(`console.audit.${name}`)}
        name={name}
        type="date"
      />
    ))}
  </FilterBar>
)
