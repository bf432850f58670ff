import { comparisons } from '#lib/console/funnel/compared-filter.ts'
import { dimensions } from '#lib/funnel/funnel.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { FunnelQuery } from '#lib/web/console/funnel-query.ts'
import type { ListAddress } from '#lib/web/console/list-query.ts'
import { fronts } from '#lib/web/console/visit-query.ts'
import { Field } from '../../_ui/field.tsx'
import { FilterBar, Select } from '../../_ui/filters.tsx'

type Props = { readonly query: FunnelQuery; readonly address: ListAddress; readonly t: Translate }

const shownDevices = ['phone', 'tablet', 'desktop', 'unknown'] as const
const shownPresets = ['express', 'connect', 'bank_first'] as const

const choicesOf = <T extends string>(values: readonly T[], label: (value: T) => string) =>
  values.map((value) => ({ value, label: label(value) }))

/** What the funnel is narrowed to. */
const Narrowing = ({ query: { filter }, t }: Props) => {
  const any = t('console.list.any')
  return (
    <>
      <Select
        any={any}
        choices={choicesOf(fronts, (front) => t(`console.fronts.${front}`))}
        label={t('console.dimensions.front')}
        name="front"
        value={filter.front}
      />
      <Select
        any={any}
        choices={choicesOf(shownDevices, (device) => t(`console.devices.${device}`))}
        label={t('console.dimensions.device')}
        name="device"
        value={filter.device}
      />
      <Select
        any={any}
        choices={choicesOf(['en', 'fr'] as const, (language) => t(`languages.${language}`))}
        label={t('console.dimensions.language')}
        name="language"
        value={filter.language}
      />
      <Select
        any={any}
        choices={choicesOf(shownPresets, (preset) => t(`console.presets.${preset}`))}
        label={t('console.dimensions.preset')}
        name="preset"
        value={filter.preset}
      />
      {(['brandVersion', 'policyVersion', 'institution'] as const).map((name) => (
        <Field
          defaultValue={filter[name] === undefined ? '' : String(filter[name])}
          hint={t(`console.funnel.hints.${name}`)}
          inputMode="numeric"
          key={name}
          label={t(`console.dimensions.${name}`)}
          name={name}
        />
      ))}
      <Select
        choices={choicesOf(['live', 'demo'] as const, (mode) => t(`console.modes.${mode}`))}
        label={t('console.modes.name')}
        name="mode"
        value={filter.isDemo ? 'demo' : 'live'}
      />
    </>
  )
}

const isNarrowed = ({ filter }: FunnelQuery): boolean => {
  const { isDemo, from: _from, to: _to, ...dimensions } = filter
  return isDemo || Object.values(dimensions).some((value) => value !== undefined)
}

export const FunnelFilters = (props: Props) => {
  const { query, address, t } = props
  const clear = { label: t('console.list.clear'), href: address.path }
  return (
    <FilterBar
      action={address.path}
      apply={t('console.list.apply')}
      clear={address.isNarrowed ? clear : undefined}
      label={t('console.funnel.filter')}
    >
      <Field defaultValue={query.filter.from} label={t('console.funnel.from')} name="from" type="date" />
      <Field defaultValue={query.filter.to} label={t('console.funnel.to')} name="to" type="date" />
      <Select
        choices={choicesOf(dimensions, (name) => t(`console.dimensions.${name}`))}
        label={t('console.funnel.by')}
        name="by"
        value={query.by}
      />
      <Select
        any={t('console.funnel.notCompared')}
        choices={choicesOf(comparisons, (name) => t(`console.funnel.comparisons.${name}`))}
        label={t('console.funnel.compare')}
        name="compare"
        value={query.compare}
      />
      {query.compare === 'period' && (
        <Field
          defaultValue={query.otherSide.since ?? ''}
          hint={t('console.funnel.hints.since')}
          label={t('console.funnel.since')}
          name="since"
          type="date"
        />
      )}
      {(query.compare === 'brand' || query.compare === 'policy') && (
        <Field
          defaultValue={query.otherSide.version === undefined ? '' : String(query.otherSide.version)}
          hint={t('console.funnel.hints.version')}
          inputMode="numeric"
          label={t('console.funnel.version')}
          name="version"
        />
      )}
      <details className="col-span-full" open={isNarrowed(query)}>
        <summary className="w-fit py-3 text-small font-semibold">{t('console.funnel.more')}</summary>
        <div className="mt-3 grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <Narrowing {...props} />
        </div>
      </details>
    </FilterBar>
  )
}
