import { mayApprove } from '#lib/console/find-drafts-to-approve.ts'
import { differenceOf } from '#lib/tenants/difference.ts'
import { DifferenceTable } from './difference-table.tsx'
import type { StudioView } from './studio.ts'

/** What publishing would change, open for whoever is asked to approve it. Renewed while one types. */
export const PendingChanges = ({ view }: { readonly view: StudioView }) => {
  const { desk, document, kind, open, t } = view
  const rows = open.published ? differenceOf(open.published.document, document) : []
  return (
    <div className="empty:hidden" data-part="changes">
      {rows.length > 0 && (
        <details
          className="mb-6 rounded-panel border border-line bg-surface px-5 py-2 sm:px-6"
          open={open.draft !== null && mayApprove(desk, kind, open.draft)}
        >
          <summary className="py-3 text-small font-semibold">
            {t('console.studio.pending', { count: rows.length })}
          </summary>
          <div className="pb-4">
            <DifferenceTable caption={t('console.studio.pendingCaption')} kind={kind} rows={rows} t={t} />
          </div>
        </details>
      )}
    </div>
  )
}
