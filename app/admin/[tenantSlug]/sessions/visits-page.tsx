import type { Desk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { Look } from '#lib/kit/look.ts'
import { type Session, statusOf } from '#lib/sessions/session.ts'
import { pageOf } from '#lib/web/console/list-page.ts'
import type { ListAddress } from '#lib/web/console/list-query.ts'
import type { VisitQuery } from '#lib/web/console/visit-query.ts'
import { NothingListed } from '../../_ui/empty-state.tsx'
import { Instant } from '../../_ui/instant.tsx'
import { Pager } from '../../_ui/pager.tsx'
import { type Column, Table } from '../../_ui/table.tsx'
import { VisitFilters } from './visit-filters.tsx'
import { VisitStanding } from './visit-standing.tsx'

type Props = {
  readonly desk: Desk
  readonly found: Look<Session>
  readonly query: VisitQuery
  readonly address: ListAddress
  readonly now: Date
  readonly language: Language
  readonly t: Translate
}

const columnsOf = ({ address, language, now, t }: Props): Column<Session>[] => [
  {
    key: 'started',
    label: t('console.visits.started'),
    kind: 'name',
    cell: ({ id, startedAt }) => (
      <a className="inline-flex min-h-6 items-center" href={`${address.path}/${id}`}>
        <Instant at={startedAt} language={language} />
      </a>
    ),
  },
  {
    key: 'status',
    label: t('console.visits.status'),
    cell: (session) => <VisitStanding status={statusOf(session, now)} t={t} />,
  },
  {
    key: 'reference',
    label: t('console.visits.reference'),
    cell: ({ reference }) => <span className="whitespace-nowrap">{reference ?? '–'}</span>,
  },
  { key: 'tag', label: t('console.visits.tag'), cell: ({ tag }) => tag ?? '–' },
  { key: 'front', label: t('console.dimensions.front'), cell: ({ front }) => t(`console.fronts.${front}`) },
  {
    key: 'device',
    label: t('console.dimensions.device'),
    cell: ({ device }) => t(`console.devices.${device ?? 'unknown'}`),
  },
  {
    key: 'language',
    label: t('console.dimensions.language'),
    cell: (session) => t(`languages.${session.language}`),
  },
]

/** The list of visits. While the page is looked at it asks for itself again, so that what is under way moves. */
export const VisitsPage = (props: Props) => {
  const { found, query, address, t } = props
  const { shown, next } = pageOf(found.rows, ({ id }) => id, found)
  return (
    <>
      <VisitFilters isFiltered={address.isNarrowed} path={address.path} query={query} t={t} />
      <div data-live="10" id="visits">
        {shown.length === 0 ? (
          <NothingListed
            desk={props.desk}
            isMore={next !== null}
            isNarrowed={address.isNarrowed}
            list="visits"
            t={t}
          />
        ) : (
          <Table
            caption={t('console.sections.sessions')}
            columns={columnsOf(props)}
            keyOf={({ id }) => id}
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
      </div>
    </>
  )
}
