import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { SessionId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { type Link, standingOf } from './link.ts'
import { findLink, spendLink } from './link-store.ts'

export type LinkRefusal = 'spent' | 'revoked' | 'expired'

/** Spends a link for `sessionId`, at most once however many ask at once; the session is made in the same transaction. */
export const redeemLink = async (
  tx: TenantDb,
  id: Link['id'],
  by: { readonly sessionId: SessionId; readonly now: Date },
): Promise<Outcome<null, LinkRefusal>> => {
  if (await spendLink(tx, id, by)) return succeeded(null)
  const link = await findLink(tx, id)
  const standing = link ? standingOf(link, by.now) : 'revoked'
  return failed(standing === 'open' ? 'expired' : standing)
}
