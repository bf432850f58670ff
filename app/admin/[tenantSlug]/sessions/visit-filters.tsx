import type { Translate } from '#lib/kit/i18n.ts'
import { devices } from '#lib/sessions/device.ts'
import { fronts, type VisitQuery, visitStandings } from '#lib/web/console/visit-query.ts'
import { Field } from '../../_ui/field.tsx'
import { FilterBar, Select } from '../../_ui/filters.tsx'

type Props = {
  readonly query: VisitQuery
  readonly path: string
  readonly isFiltered: boolean
  readonly t: Translate
}

export const VisitFilters = ({ query, path, isFiltered, t }: Props) => {
  const any = t('console.list.any')
  return (
    <FilterBar
      action={path}
      apply={t('console.list.apply')}
      clear={isFiltered ? { label: t('console.list.clear'), href: path } : undefined}
      label={t('console.visits.filter')}
    >
      <Field
        defaultValue={query.typed}
        hint={t('console.visits.searchHint')}
        label={t('console.visits.search')}
        maxLength={200}
        name="q"
        spellCheck={false}
        type="search"
      />
      <Select
        any={any}
        choices={visitStandings.map((value) => ({ value, label: t(`console.visits.standings.${value}`) }))}
        label={t('console.visits.status')}
        name="standing"
        value={query.standing}
      />
      <Select
        any={any}
        choices={fronts.map((value) => ({ value, label: t(`console.fronts.${value}`) }))}
        label={t('console.dimensions.front')}
        name="front"
        value={query.front}
      />
      <Select
        any={any}
        choices={devices.map((value) => ({ value, label: t(`console.devices.${value}`) }))}
        label={t('console.dimensions.device')}
        name="device"
        value={query.device}
      />
      <Select
        any={any}
        choices={(['en', 'fr'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        label={t('console.dimensions.language')}
        name="language"
        value={query.language}
      />
      <Select
        choices={(['live', 'demo'] as const).map((value) => ({ value, label: t(`console.modes.${value}`) }))}
        label={t('console.modes.name')}
        name="mode"
        value={query.isDemo ? 'demo' : 'live'}
      />
    </FilterBar>
  )
}
