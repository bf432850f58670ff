import type { Desk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { LinkBatch } from '#lib/links/link-batch-store.ts'
import { type CsvFlaw, linkColumns, mostLinkRows } from '#lib/links/read-link-csv.ts'
import type { ConsoleView } from '../../../_doors/respond-with-console.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { Table } from '../../../_ui/table.tsx'
import { ListForm } from './list-form.tsx'

type Scene = { readonly desk: Desk<'links.create'>; readonly language: Language; readonly t: Translate }
type Shown = { readonly lists: readonly LinkBatch[]; readonly flaw: CsvFlaw | null }

const Columns = ({ t }: { readonly t: Translate }) => (
  <details className="mt-4">
    <summary className="w-fit py-3 text-small font-semibold">{t('console.lists.columns')}</summary>
    <p className="text-small text-muted">{t('console.lists.columnsText', { most: mostLinkRows })}</p>
    <ul className="mt-2 grid gap-1 text-small sm:grid-cols-2">
      {linkColumns.map((column) => (
        <li key={column}>
          <code>{column}</code> – {t(`console.columns.${column}`)}
        </li>
      ))}
    </ul>
  </details>
)

const Lists = ({ lists, path, language, t }: Scene & Pick<Shown, 'lists'> & { readonly path: string }) =>
  lists.length === 0 ? (
    <EmptyState text={t('console.lists.noneText')} title={t('console.lists.none')} />
  ) : (
    <Table
      caption={t('console.lists.title')}
      columns={[
        {
          key: 'label',
          label: t('console.lists.label'),
          kind: 'name',
          cell: ({ id, label }) => (
            <a className="inline-flex min-h-6 items-center" href={`${path}/${id}`}>
              {label || id}
            </a>
          ),
        },
        {
          key: 'read',
          label: t('console.lists.readAt'),
          cell: ({ createdAt }) => <Instant at={createdAt} language={language} />,
        },
        {
          key: 'state',
          label: t('console.visits.status'),
          cell: ({ confirmedAt }) => t(confirmedAt ? 'console.lists.confirmed' : 'console.lists.waiting'),
        },
      ]}
      keyOf={({ id }) => id}
      rows={lists}
    />
  )

export const listsView = (scene: Scene, { lists, flaw }: Shown): ConsoleView => {
  const { desk, t } = scene
  const path = consolePath(desk.tenant.slug, 'links/lists')
  return {
    ...(flaw ? {} : { status: 200 }),
    place: 'links',
    title: t('console.lists.title'),
    lead: t('console.lists.lead'),
    crumbs: [{ label: t('console.sections.links'), href: consolePath(desk.tenant.slug, 'links') }],
    body: (
      <>
        <Panel title={t('console.lists.new')}>
          <ListForm flaw={flaw} path={path} t={t} />
          <Columns t={t} />
        </Panel>
        <div className="mt-8">
          <Lists {...scene} lists={lists} path={path} />
        </div>
      </>
    ),
  }
}
