import { inTransaction } from '#lib/db/tenant-db.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { isLive } from '#lib/tenants/api-key.ts'
import { findApiKeyById, setEndsAt } from '#lib/tenants/api-key-store.ts'
import { createApiKey } from '#lib/tenants/create-api-key.ts'
import { actorOf, type Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

/** How long the former key goes on working, so that a server can be given the new one in peace. */
export const overlapHours = [0, 24, 168] as const
export type OverlapHours = (typeof overlapHours)[number]

/** A new key with the name, mode and scopes of another, which ends after the overlap. Answers the secret, this once. */
export const rotateApiKey = (
  desk: Desk<'keys.manage'>,
  id: string,
  { hours, now }: { readonly hours: OverlapHours; readonly now: Date },
): Promise<Outcome<string, 'unknown'>> =>
  inTransaction(desk.db, async (tx) => {
    const former = await findApiKeyById(tx, id)
    if (!former || !isLive(former, now)) return failed('unknown')
    const { label, mode, scopes, endsAt: before } = former
    const made = await createApiKey(tx, { label, mode, scopes: [...scopes] }, { actor: actorOf(desk) })
    const endsAt = later(now, hours * hourMs)
    await setEndsAt(tx, id, endsAt)
    await recordChange(tx, desk, {
      action: 'api_key.replaced',
      subject: id,
      before: { endsAt: before?.toISOString() ?? null, successor: null },
      after: { endsAt: endsAt.toISOString(), successor: made.key.id },
    })
    return succeeded(made.secret)
  })
