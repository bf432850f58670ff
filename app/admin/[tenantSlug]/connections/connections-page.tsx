import type { Desk } from '#lib/console/desk.ts'
import type { ConnectionRecord } from '#lib/flow/connection-records.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { Look } from '#lib/kit/look.ts'
import type { ConnectionQuery } from '#lib/web/console/connection-query.ts'
import { pageOf } from '#lib/web/console/list-page.ts'
import type { ListAddress } from '#lib/web/console/list-query.ts'
import { NothingListed } from '../../_ui/empty-state.tsx'
import { Field } from '../../_ui/field.tsx'
import { FilterBar, Select } from '../../_ui/filters.tsx'
import { Instant } from '../../_ui/instant.tsx'
import { Pager } from '../../_ui/pager.tsx'
import { type Column, Table } from '../../_ui/table.tsx'
import { attentionWords, bankName, ConnectionStanding } from './connection-words.tsx'

type Props = {
  readonly desk: Desk
  readonly found: Look<ConnectionRecord>
  readonly query: ConnectionQuery
  readonly address: ListAddress
  readonly language: Language
  readonly t: Translate
}

const columnsOf = ({ address, language, t }: Props): Column<ConnectionRecord>[] => [
  {
    key: 'bank',
    label: t('console.dimensions.institution'),
    kind: 'name',
    cell: (record) => (
      <a className="inline-flex min-h-6 items-center" href={`${address.path}/${record.connection.id}`}>
        {bankName(record, language)}
      </a>
    ),
  },
  {
    key: 'status',
    label: t('console.visits.status'),
    cell: ({ status }) => <ConnectionStanding status={status} t={t} />,
  },
  {
    key: 'attention',
    label: t('console.connections.why'),
    cell: (record) =>
      record.attention ? attentionWords(record.attention, bankName(record, language), t) : '–',
  },
  {
    key: 'refreshed',
    label: t('console.connections.refreshed'),
    cell: ({ connection: { refreshedAt } }) =>
      refreshedAt ? <Instant at={refreshedAt} language={language} /> : '–',
  },
  {
    key: 'linked',
    label: t('console.connections.linked'),
    cell: ({ connection }) => <Instant at={connection.linkedAt} language={language} />,
  },
]

const Filters = ({ query, address, t }: Props) => (
  <FilterBar
    action={address.path}
    apply={t('console.list.apply')}
    clear={address.isNarrowed ? { label: t('console.list.clear'), href: address.path } : undefined}
    label={t('console.connections.filter')}
  >
    <Field
      defaultValue={query.typed}
      hint={t('console.connections.searchHint')}
      label={t('console.visits.search')}
      name="q"
      type="search"
    />
    <Select
      any={t('console.list.any')}
      choices={[{ value: 'attention', label: t('console.connections.statuses.needs_attention') }]}
      label={t('console.visits.status')}
      name="needs"
      value={query.needsAttention ? 'attention' : undefined}
    />
  </FilterBar>
)

export const ConnectionsPage = (props: Props) => {
  const { desk, found, query, address, t } = props
  const { shown, next } = pageOf(found.rows, ({ connection }) => connection.id, found)
  return (
    <>
      <Filters {...props} />
      {shown.length === 0 ? (
        <NothingListed
          desk={desk}
          isMore={next !== null}
          isNarrowed={address.isNarrowed}
          list="connections"
          t={t}
        />
      ) : (
        <Table
          caption={t('console.sections.connections')}
          columns={columnsOf(props)}
          keyOf={({ connection }) => connection.id}
          rows={shown}
        />
      )}
      <Pager
        isFirst={query.before === undefined}
        next={next}
        path={address.path}
        query={address.params}
        t={t}
      />
    </>
  )
}
