import type { LinkTold } from '#lib/console/links/list-links.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { LinkQuery } from '#lib/web/console/link-forms.ts'
import { pageOf } from '#lib/web/console/list-page.ts'
import type { ListAddress } from '#lib/web/console/list-query.ts'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { Field } from '../../_ui/field.tsx'
import { FilterBar, Select } from '../../_ui/filters.tsx'
import { Instant } from '../../_ui/instant.tsx'
import { Pager } from '../../_ui/pager.tsx'
import { type Column, Table } from '../../_ui/table.tsx'
import { isStillOpen, LinkStanding } from './link-standing.tsx'
import { RevokeLink } from './revoke-link.tsx'

type Props = {
  readonly links: readonly LinkTold[]
  readonly query: LinkQuery
  readonly address: ListAddress
  readonly path: string
  readonly mayRevoke: boolean
  readonly language: Language
  readonly t: Translate
}

const columnsOf = ({ path, mayRevoke, language, t }: Props): Column<LinkTold>[] => [
  {
    key: 'made',
    label: t('console.links.madeAt'),
    kind: 'name',
    cell: ({ link }) => (
      <a className="inline-flex min-h-6 items-center" href={`${path}/${link.id}`}>
        <Instant at={link.createdAt} language={language} />
      </a>
    ),
  },
  {
    key: 'status',
    label: t('console.visits.status'),
    cell: ({ status }) => <LinkStanding status={status} t={t} />,
  },
  { key: 'tag', label: t('console.visits.tag'), cell: ({ link }) => link.tag ?? '–' },
  {
    key: 'until',
    label: t('console.links.until'),
    cell: ({ link }) => <Instant at={link.expiresAt} language={language} />,
  },
  {
    key: 'on',
    label: t('console.links.on'),
    cell: (told) =>
      told.link.redeemedSessionId ? (
        <a
          className="inline-flex min-h-6 items-center"
          href={`${path.replace(/links$/, 'sessions')}/${told.link.redeemedSessionId}`}
        >
          {t('console.links.visit')}
        </a>
      ) : mayRevoke && isStillOpen(told.status) ? (
        <RevokeLink linkId={told.link.id} path={path} t={t} />
      ) : (
        '–'
      ),
  },
]

/** All personal links, whoever made them, with how far each has got. */
export const LinkTable = (props: Props) => {
  const { links, query, address, path, t } = props
  const { shown, next } = pageOf(links, ({ link }) => link.id)
  const clear = { label: t('console.list.clear'), href: path }
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-h2 font-semibold">{t('console.links.all')}</h2>
      <FilterBar
        action={path}
        apply={t('console.list.apply')}
        clear={address.isNarrowed ? clear : undefined}
        label={t('console.links.filter')}
      >
        <Field
          defaultValue={query.typed}
          hint={t('console.links.searchHint')}
          label={t('console.visits.search')}
          name="q"
          type="search"
        />
        <Select
          choices={(['live', 'demo'] as const).map((value) => ({
            value,
            label: t(`console.modes.${value}`),
          }))}
          label={t('console.modes.name')}
          name="mode"
          value={query.isDemo ? 'demo' : 'live'}
        />
      </FilterBar>
      <div data-live="10" id="links">
        {shown.length === 0 ? (
          <EmptyState
            text={t(address.isNarrowed ? 'console.links.noneFoundText' : 'console.links.noneText')}
            title={t(address.isNarrowed ? 'console.links.noneFound' : 'console.links.none')}
          />
        ) : (
          <Table
            caption={t('console.links.all')}
            columns={columnsOf(props)}
            keyOf={({ link }) => link.id}
            rows={shown}
          />
        )}
        <Pager isFirst={query.before === undefined} next={next} path={path} query={address.params} t={t} />
      </div>
    </section>
  )
}
