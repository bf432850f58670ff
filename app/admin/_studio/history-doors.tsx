import type { DraftKind } from '#lib/tenants/draft.ts'
import { needsApproval } from '#lib/tenants/tenant-store.ts'
import { findNewestVersion, listVersions } from '#lib/tenants/version-history-store.ts'
import { staffPage } from '../_doors/staff-door.tsx'
import { consolePath } from '../_ui/navigation.ts'
import { ApprovalRule } from './approval-rule.tsx'
import { HistoryPage, historyPage } from './history-page.tsx'
import { authorsOf } from './show-studio.tsx'
import { studioKinds } from './studio-kinds.tsx'

/** The version that stands in the query as `before`, or none. */
const beforeIn = (request: Request): { before?: number } => {
  const before = Number(new URL(request.url).search.match(/[?&]before=(\d{1,9})/)?.[1])
  return before > 0 ? { before } : {}
}

/** What was published, with differences and roll-back. */
export const historyDoor = (kind: DraftKind) =>
  staffPage(`${kind}.view`, async ({ desk, language, t, request }) => {
    const [versions, newest, authors, isNeeded] = await Promise.all([
      listVersions(desk.db, kind, { ...beforeIn(request), limit: historyPage + 1 }),
      findNewestVersion(desk.db, kind),
      authorsOf(desk),
      needsApproval(desk.db),
    ])
    const { place } = studioKinds[kind]
    const shown = { versions, newestId: newest?.id ?? null, authors, isApprovalNeeded: isNeeded }
    const view = { desk, language, t, kind, ...shown }
    return {
      place,
      title: t('console.studio.historyTitle', { of: t(`console.sections.${place}`) }),
      lead: t('console.studio.historyLead'),
      crumbs: [{ label: t(`console.sections.${place}`), href: consolePath(desk.tenant.slug, kind) }],
      body: (
        <>
          <HistoryPage view={view} />
          <ApprovalRule desk={desk} isNeeded={isNeeded} t={t} />
        </>
      ),
    }
  })
