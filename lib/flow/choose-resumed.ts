import { chooseAccounts } from '#lib/accounts/choose-accounts.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import type { AttemptRow } from '#lib/connections/attempt-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findSession, swapFacts } from '#lib/sessions/session-store.ts'

/**
 * Where the page around names accounts that the person chose for this login before, and that the bank still shows, the
 * choice stands and is not asked for again. Any other name among them leaves it to the person (AU5). Called with the
 * accounts just stored.
 */
export const chooseResumed = async (
  tx: TenantDb,
  { sessionId }: AttemptRow,
  { connectionId, now }: { readonly connectionId: string; readonly now: Date },
): Promise<void> => {
  const session = await findSession(tx, sessionId)
  const asked = [...new Set(session?.frame?.settings.resumeSelectedAccounts.map((id) => id.toLowerCase()))]
  if (!session || asked.length === 0 || session.facts.accounts) return
  const accounts = await listAccounts(tx, connectionId)
  const kept = accounts.filter(({ isChosen, unavailable }) => isChosen && unavailable === null)
  if (!asked.every((id) => kept.some((account) => account.id === id))) return
  const facts = { ...session.facts, accounts: { at: now.toISOString(), accountIds: asked } }
  const detail = { offered: accounts.length, chosen: asked.length, isKept: true }
  const where = { id: session.id, version: session.factsVersion }
  const isMine = await swapFacts(tx, where, facts, { name: 'accounts_chosen', step: 'accounts', detail })
  if (isMine) await chooseAccounts(tx, connectionId, asked, now)
}
