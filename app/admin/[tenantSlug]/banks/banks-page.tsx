import type { Bank } from '#lib/console/banks/bank.ts'
import { displayName } from '#lib/institutions/institution.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { Field } from '../../_ui/field.tsx'
import { FilterBar } from '../../_ui/filters.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { type Column, Table } from '../../_ui/table.tsx'
import { connectorWords, successWords, WayStanding } from './way-words.tsx'

type Props = {
  readonly banks: readonly Bank[]
  readonly typed: string
  readonly slug: string
  readonly language: Language
  readonly t: Translate
}

const columnsOf = ({ slug, language, t }: Props): Column<Bank>[] => {
  const each = (cell: (way: Bank['ways'][number]) => React.ReactNode) => (bank: Bank) =>
    bank.ways.length > 0 && (
      <ul className="grid gap-2">
        {bank.ways.map((way) => (
          <li className="min-h-7" key={way.route?.id ?? way.connectorId}>
            {cell(way)}
          </li>
        ))}
      </ul>
    )
  return [
    {
      key: 'bank',
      label: t('console.dimensions.institution'),
      kind: 'name',
      cell: ({ institution }) => (
        <a
          className="inline-flex min-h-6 items-center"
          href={consolePath(slug, 'banks', String(institution.id))}
        >
          {displayName(institution, language)}
        </a>
      ),
    },
    {
      key: 'ways',
      label: t('console.banks.way'),
      cell: (bank) => each((way) => connectorWords(way.connectorId, t))(bank) || t('console.banks.noWay'),
    },
    {
      key: 'standing',
      label: t('console.visits.status'),
      cell: each((way) => <WayStanding t={t} way={way} />),
    },
    {
      key: 'success',
      label: t('console.banks.success'),
      cell: each((way) => successWords(way, { language, t })),
    },
  ]
}

/** All banks in use with their ways; or what the directory finds. */
export const BanksPage = (props: Props) => {
  const { banks, typed, slug, t } = props
  const path = consolePath(slug, 'banks')
  const isSearched = typed !== ''
  return (
    <>
      <FilterBar
        action={path}
        apply={t('console.banks.find')}
        clear={isSearched ? { label: t('console.list.clear'), href: path } : undefined}
        label={t('console.banks.search')}
      >
        <Field
          defaultValue={typed}
          hint={t('console.banks.searchHint')}
          label={t('console.banks.search')}
          name="q"
          type="search"
        />
      </FilterBar>
      {banks.length === 0 ? (
        <EmptyState
          text={t(isSearched ? 'console.banks.noneFoundText' : 'console.banks.noneText')}
          title={t(isSearched ? 'console.banks.noneFound' : 'console.banks.none')}
        />
      ) : (
        <Table
          caption={t('console.sections.banks')}
          columns={columnsOf(props)}
          keyOf={({ institution }) => String(institution.id)}
          rows={banks}
        />
      )}
    </>
  )
}
