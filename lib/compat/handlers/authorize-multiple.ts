import { z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findLiveConsent } from '#lib/flow/api/live-consent.ts'
import { openCached } from '#lib/flow/api/open-cached.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { bind } from '../bind.ts'
import type { Call } from '../call.ts'
import type { Reply } from '../reply.ts'
import { findLogin } from './known-login.ts'

const multipleSchema = z.object({ loginids: z.array(z.string().max(200)).max(500) })

/** A request on what was read of this login; null where it is unknown or may no longer be read. */
const open = async (db: TenantDb, loginId: string, now: Date): Promise<string | null> => {
  const login = await findLogin({ db }, loginId)
  if (!login.ok || !(await findLiveConsent(db, login.value, now)).ok) return null
  const requestId = mintGuid()
  await openCached(db, login.value, { requestId, tag: null, now })
  return requestId
}

/** Many logins at once, from what was read of them. */
export const authorizeMultiple = async (call: Call): Promise<Reply> => {
  const bound = bind(multipleSchema, call.body)
  if (!bound.ok) return bound.reason
  const ValidLoginIds: { LoginId: string; RequestId: string }[] = []
  const InvalidLoginIds: string[] = []
  for (const LoginId of new Set(bound.value.loginids)) {
    const RequestId = await open(call.db, LoginId, call.now)
    if (RequestId) ValidLoginIds.push({ LoginId, RequestId })
    else InvalidLoginIds.push(LoginId)
  }
  return { status: 200, body: { ValidLoginIds, InvalidLoginIds } }
}
