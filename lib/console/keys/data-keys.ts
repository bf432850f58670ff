import { inTransaction } from '#lib/db/tenant-db.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { mintClientCredential } from '#lib/tenants/client-credential.ts'
import { endCredentialsOf, revokeCredential } from '#lib/tenants/client-credential-store.ts'
import { setMayLinkByApi } from '#lib/tenants/tenant-store.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'
import type { OverlapHours } from './rotate-api-key.ts'

export const dataKeyKinds = ['secret', 'x_api_key'] as const
export type DataKeyKind = (typeof dataKeyKinds)[number]

/** A new credential of the data API; those of its kind that have no end yet end after the overlap. Told this once. */
export const createDataKey = (
  desk: Desk<'keys.manage'>,
  kind: DataKeyKind,
  { hours, now }: { readonly hours: OverlapHours; readonly now: Date },
): Promise<string> =>
  inTransaction(desk.db, async (tx) => {
    const ended = await endCredentialsOf(tx, kind, later(now, hours * hourMs))
    const key = await mintClientCredential(tx, kind)
    await recordChange(tx, desk, { action: 'data_key.created', subject: kind, after: { ended, hours } })
    return key
  })

/** Ends one credential at once. False when there is none. */
export const revokeDataKey = (desk: Desk<'keys.manage'>, id: string, now: Date): Promise<boolean> =>
  inTransaction(desk.db, async (tx) => {
    if (!(await revokeCredential(tx, id, now))) return false
    const [before, after] = [{ isRevoked: false }, { isRevoked: true }]
    await recordChange(tx, desk, { action: 'data_key.revoked', subject: id, before, after })
    return true
  })

/** Whether the tenant's server may hand in credentials of its own screens. */
export const setLoginByApi = (desk: Desk<'keys.manage'>, isAllowed: boolean): Promise<void> =>
  inTransaction(desk.db, async (tx) => {
    await setMayLinkByApi(tx, isAllowed)
    await recordChange(tx, desk, {
      action: 'login_by_api.changed',
      subject: desk.tenant.id,
      before: { mayLinkByApi: desk.tenant.mayLinkByApi },
      after: { mayLinkByApi: isAllowed },
    })
  })
