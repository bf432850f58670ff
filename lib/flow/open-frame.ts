import {
  type ConnectionRow,
  findConnection,
  findConnectionByLoginId,
} from '#lib/connections/connection-store.ts'
import { isGuid } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { redeemAuthorizeToken } from '#lib/tenants/authorize-token.ts'
import { demoOf } from '#lib/tenants/demo-mode.ts'
import { beginFrame, type FrameKey, type FrameStart } from './begin-frame.ts'
import { type FrameDoor, type FrameWishes, isFrameReturnAllowed } from './frame-door.ts'
import { type Resuming, resumeFrame } from './resume-frame.ts'

/**
 * Why a frame shows a refusal and not a visit, each with its remedy: `tenant_unknown`: nobody can say whose it is;
 * `origin_refused`: the page around is not on the list; `token_missing`, `token_refused`; `return_url_refused`;
 * `demo_off`: the policy opens no demo for an address.
 */
export type FrameRefusal =
  | 'tenant_unknown'
  | 'origin_refused'
  | 'token_missing'
  | 'token_refused'
  | 'return_url_refused'
  | 'demo_off'

const refusalOf = (door: FrameDoor, wishes: FrameWishes): FrameRefusal | null => {
  const { policy } = door
  const { isFramed, origin, redirectUrl } = wishes
  if (isFramed && origin !== null && !policy.allowedOrigins.includes(origin)) return 'origin_refused'
  if (redirectUrl !== null && !isFrameReturnAllowed(policy, redirectUrl)) return 'return_url_refused'
  if (!demoOf(policy, { byAddress: wishes.isDemo, byLink: false }).ok) return 'demo_off'
  const needsToken = policy.tokenRequired || wishes.loginId !== null
  return needsToken && wishes.authorizeToken === null ? 'token_missing' : null
}

/** The login to bring back. Its bank and a part of its username are shown, so it comes with a token of the tenant's server. */
const findNamedLogin = async ({ db }: FrameDoor, { loginId }: FrameWishes): Promise<ConnectionRow | null> =>
  loginId !== null && isGuid(loginId) ? findConnectionByLoginId(db, loginId) : null

/** Where a request could not be resumed, the same bank is connected anew, and the page around is told why. */
const startAfter = async (
  door: FrameDoor,
  wishes: FrameWishes,
  { resumed, now }: { readonly resumed: Resuming | null; readonly now: Date },
): Promise<FrameStart> => {
  const named = await findNamedLogin(door, wishes)
  if (resumed?.kind !== 'too_late') return { institutionId: null, repaired: named, events: [], now }
  const { institutionId, connectionId, institution } = resumed
  const repaired = named ?? (connectionId === null ? null : await findConnection(door.db, connectionId))
  const detail = { fault: 'bank_session_expired', ...(institution === null ? {} : { institution }) }
  return { institutionId, repaired, events: [{ name: 'resume_refused', detail }], now }
}

/**
 * Opens a visit inside another page, or goes on with the one that a `requestId` names. A token is spent by it, also
 * where the tenant does not demand one: who sends a wrong one is refused. The person may still be refused the frame by
 * their browser, which reads the same list.
 */
export const openFrame = async (
  door: FrameDoor,
  wishes: FrameWishes,
): Promise<Outcome<FrameKey, FrameRefusal>> => {
  const { db } = door
  const refusal = refusalOf(door, wishes)
  if (refusal) return failed(refusal)
  const now = new Date()
  const { authorizeToken } = wishes
  if (authorizeToken !== null && !(await redeemAuthorizeToken(db, authorizeToken, { requestId: null, now })))
    return failed('token_refused')
  const resumed = wishes.settings.requestId === null ? null : await resumeFrame(door, wishes, now)
  if (resumed?.kind === 'resumed') return succeeded(resumed.key)
  return succeeded(await beginFrame(door, wishes, await startAfter(door, wishes, { resumed, now })))
}
