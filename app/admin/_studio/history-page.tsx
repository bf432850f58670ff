import { mayAtDesk } from '#lib/console/desk.ts'
import { formatInstant } from '#lib/kit/i18n.ts'
import { differenceOf } from '#lib/tenants/difference.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import type { PublishedVersion } from '#lib/tenants/version-history-store.ts'
import { ButtonLink } from '../_ui/button.tsx'
import { ConfirmForm } from '../_ui/confirm-form.tsx'
import { EmptyState } from '../_ui/empty-state.tsx'
import { consolePath } from '../_ui/navigation.ts'
import { DifferenceTable } from './difference-table.tsx'
import type { StudioScene } from './show-studio.tsx'

export type HistoryView = StudioScene & {
  readonly kind: DraftKind
  /** Newest first, one more than is shown: the last is there to be compared with. */
  readonly versions: readonly PublishedVersion[]
  readonly newestId: string | null
  /** Another's approval stands between a version and everybody. */
  readonly isApprovalNeeded: boolean
  readonly authors: ReadonlyMap<string, string>
}

/** Versions on one page. */
export const historyPage = 20

const namesOf = ({ authors, t }: HistoryView, actors: readonly string[]): string =>
  actors.map((actor) => authors.get(actor) ?? t('console.studio.somebody')).join(', ')

const madeBy = (view: HistoryView, { authors, publishedBy, restoredFrom }: PublishedVersion): string => {
  const { t } = view
  if (publishedBy === null) return t('console.studio.planted')
  const who = namesOf(view, [publishedBy])
  if (restoredFrom !== null) return t('console.studio.restoredBy', { who, version: restoredFrom })
  return t('console.studio.publishedBy', { who, authors: namesOf(view, authors) || who })
}

const Difference = ({
  view,
  one,
  former,
}: {
  view: HistoryView
  one: PublishedVersion
  former: PublishedVersion | undefined
}) => {
  const { kind, t } = view
  if (!former) return <p className="mt-2 text-small text-muted">{t('console.studio.firstVersion')}</p>
  const rows = differenceOf(former.document, one.document)
  return (
    <details className="-mb-2">
      <summary className="w-fit py-3 text-small font-semibold">
        {t('console.studio.changes', { count: rows.length })}
      </summary>
      <DifferenceTable
        caption={t('console.studio.changesOf', { version: one.version })}
        kind={kind}
        rows={rows}
        t={t}
      />
    </details>
  )
}

const Version = ({
  view,
  one,
  former,
}: {
  view: HistoryView
  one: PublishedVersion
  former: PublishedVersion | undefined
}) => {
  const { desk, kind, language, newestId, t } = view
  const mayRestore = one.id !== newestId && newestId !== null && mayAtDesk(desk, `${kind}.publish`)
  return (
    <li className="rounded-panel border border-line bg-surface p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-h2 font-semibold">
            {t('console.studio.version', { version: one.version })}
            {one.id === newestId && (
              <span className="ms-3 text-small font-normal text-muted">{t('console.studio.current')}</span>
            )}
          </h2>
          <p className="text-small text-muted">
            {formatInstant(language, one.publishedAt)} · {madeBy(view, one)}
          </p>
        </div>
        {mayRestore && (
          <ConfirmForm
            action={consolePath(desk.tenant.slug, kind, 'restore')}
            id={`restore-${one.version}`}
            isUndoable
            label={t('console.studio.restore')}
            t={t}
            text={t(view.isApprovalNeeded ? 'console.studio.restoreAskText' : 'console.studio.restoreText')}
            title={t('console.studio.restoreTitle', { version: one.version })}
          >
            <input name="seen" type="hidden" value={newestId} />
            <input name="version" type="hidden" value={one.version} />
          </ConfirmForm>
        )}
      </div>
      <Difference former={former} one={one} view={view} />
    </li>
  )
}

/** What was published, newest first, each with what it changed and the way back to it. */
export const HistoryPage = ({ view }: { readonly view: HistoryView }) => {
  const { desk, kind, versions, t } = view
  const shown = versions.slice(0, historyPage)
  const last = shown.at(-1)
  if (!last)
    return (
      <EmptyState text={t('console.studio.noHistoryText')} title={t('console.studio.noHistory')}>
        <ButtonLink href={consolePath(desk.tenant.slug, kind)}>{t('console.preview.back')}</ButtonLink>
      </EmptyState>
    )
  return (
    <>
      <ol className="grid gap-4">
        {shown.map((one, index) => (
          <Version former={versions[index + 1]} key={one.id} one={one} view={view} />
        ))}
      </ol>
      {versions.length > historyPage && (
        <p className="mt-5">
          <ButtonLink
            href={`${consolePath(desk.tenant.slug, kind, 'history')}?before=${last.version}`}
            look="secondary"
          >
            {t('console.studio.older')}
          </ButtonLink>
        </p>
      )}
    </>
  )
}
