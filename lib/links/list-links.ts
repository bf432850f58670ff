import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Link, type LinkStanding, standingOf } from './link.ts'
import { listLinkRows } from './link-store.ts'

export type ListedLink = Omit<Link, 'prefillSealed'> & { readonly standing: LinkStanding }

/** Links with what became of them, newest first; `before` is the last id of the page before. */
export const listLinks = async (
  db: TenantDb,
  page: { readonly limit: number; readonly before?: string; readonly now: Date },
): Promise<ListedLink[]> =>
  (await listLinkRows(db, page)).map(({ prefillSealed: _, ...link }) => ({
    ...link,
    standing: standingOf(link, page.now),
  }))
