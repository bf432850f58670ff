import { inTransaction } from '#lib/db/tenant-db.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import {
  deleteScimTokens,
  endScimTokens,
  insertScimToken,
  listScimTokens,
  lockScimTokens,
} from '#lib/staff/scim-token-store.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

type Desks = Desk<'sign_on.manage'>

/** So long the former token goes on working, that the provider can be given the new one in peace. */
export const scimOverlapMs = 24 * hourMs

/** The token by which the tenant's provider keeps its team. Answers it, this once; one that stood there ends in a day. */
export const makeScimToken = (desk: Desks, now: Date): Promise<string> =>
  inTransaction(desk.db, async (tx) => {
    await lockScimTokens(tx)
    const former = (await listScimTokens(tx, now)).find(({ endsAt }) => endsAt === null)
    await endScimTokens(tx, later(now, scimOverlapMs), now)
    const secret = `portico_scim_${mintToken()}`
    const hint = secret.slice(-4)
    await insertScimToken(tx, { id: mintId('sct'), tokenHash: sha256(secret), hint })
    await recordChange(tx, desk, {
      action: 'sign_on.scim_token_made',
      subject: desk.tenant.id,
      ...(former ? { before: { hint: former.hint } } : {}),
      after: { hint },
    })
    return secret
  })

/** From the next request on the provider is a stranger. Whom it keeps stays as they are. */
export const removeScimTokens = (desk: Desks, now: Date): Promise<void> =>
  inTransaction(desk.db, async (tx) => {
    await lockScimTokens(tx)
    const [newest] = await listScimTokens(tx, now)
    await deleteScimTokens(tx)
    if (!newest) return
    await recordChange(tx, desk, {
      action: 'sign_on.scim_token_removed',
      subject: desk.tenant.id,
      before: { hint: newest.hint },
    })
  })
