import type { LinkTold } from '#lib/console/links/list-links.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { LinkStatus } from '#lib/links/link-status.ts'
import type { LinkQuery } from '#lib/web/console/link-forms.ts'
import { type ListAddress, rowsPerPage } from '#lib/web/console/list-query.ts'
import { ConfirmForm } from '../../_ui/confirm-form.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { Field } from '../../_ui/field.tsx'
import { FilterBar, Select } from '../../_ui/filters.tsx'
import { Instant } from '../../_ui/instant.tsx'
import { Mark, type MarkTone } from '../../_ui/mark.tsx'
import { Pager } from '../../_ui/pager.tsx'
import { type Column, Table } from '../../_ui/table.tsx'

type Props = {
  readonly links: readonly LinkTold[]
  readonly query: LinkQuery
  readonly address: ListAddress
  readonly path: string
  readonly mayRevoke: boolean
  readonly language: Language
  readonly t: Translate
}

const tones: Readonly<Record<LinkStatus, MarkTone>> = {
  made: 'plain',
  sent: 'busy',
  not_delivered: 'bad',
  opened: 'busy',
  finished: 'good',
  failed: 'bad',
  expired: 'plain',
  revoked: 'plain',
}

/** Only what nobody has opened can be taken back. */
const isOpen = ({ status }: LinkTold): boolean =>
  status === 'made' || status === 'sent' || status === 'not_delivered'

const Revoke = ({ link, path, t }: Pick<LinkTold, 'link'> & Pick<Props, 'path' | 't'>) => (
  <ConfirmForm
    action={`${path}/revoke`}
    id={`revoke-${link.id}`}
    label={t('console.links.revoke')}
    t={t}
    text={t('console.links.revokeText')}
    title={t('console.links.revokeTitle')}
  >
    <input name="linkId" type="hidden" value={link.id} />
  </ConfirmForm>
)

const columnsOf = ({ path, mayRevoke, language, t }: Props): Column<LinkTold>[] => [
  {
    key: 'made',
    label: t('console.links.madeAt'),
    kind: 'name',
    cell: ({ link }) => <Instant at={link.createdAt} language={language} />,
  },
  {
    key: 'status',
    label: t('console.visits.status'),
    cell: ({ status }) => <Mark tone={tones[status]}>{t(`console.links.statuses.${status}`)}</Mark>,
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
      ) : mayRevoke && isOpen(told) ? (
        <Revoke link={told.link} path={path} t={t} />
      ) : (
        '–'
      ),
  },
]

/** All personal links, whoever made them, with how far each has got. */
export const LinkTable = (props: Props) => {
  const { links, query, address, path, t } = props
  const shown = links.slice(0, rowsPerPage)
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
        <Pager
          isFirst={query.before === undefined}
          next={links.length > rowsPerPage ? (shown.at(-1)?.link.id ?? null) : null}
          path={path}
          query={address.params}
          t={t}
        />
      </div>
    </section>
  )
}
