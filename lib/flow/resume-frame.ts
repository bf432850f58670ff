import { lifeOf } from '#lib/connections/data-request.ts'
import { findDataRequest, updateDataRequest } from '#lib/connections/data-request-store.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import { isGuid } from '#lib/kit/ids.ts'
import { findProvenSession } from '#lib/sessions/open-session.ts'
import { isExpired, type Session } from '#lib/sessions/session.ts'
import { findSession } from '#lib/sessions/session-store.ts'
import { takeOverSession } from '#lib/sessions/take-over-session.ts'
import { loginStandingOf } from './api/login-standing.ts'
import { type OpenRequest, withLogin } from './api/open-request.ts'
import type { FrameKey } from './begin-frame.ts'
import { type FrameDoor, type FrameWishes, listedOrigin, wishedLanguage } from './frame-door.ts'
import { judgeSettings } from './judge-settings.ts'

/** `too_late`: nothing waits for an answer any more; the rest is what is still known of it. */
export type Resuming =
  | { readonly kind: 'resumed'; readonly key: FrameKey }
  | {
      readonly kind: 'too_late'
      readonly institutionId: number | null
      readonly institution: string | null
      readonly connectionId: string | null
    }

const tooLate = async (open: Pick<OpenRequest, 'attempt' | 'connection'> | null): Promise<Resuming> => {
  const institutionId = open?.attempt?.institutionId ?? open?.connection?.institutionId ?? null
  const institution = institutionId === null ? null : await findInstitution(institutionId)
  const connectionId = open?.connection?.id ?? null
  return { kind: 'too_late', institutionId, institution: institution?.upstreamKey ?? null, connectionId }
}

/** The visit whose bank waits for the person, if it does. */
const findWaiting = async ({ db }: FrameDoor, open: OpenRequest, now: Date): Promise<Session | null> => {
  const { sessionId } = open.request
  if (sessionId === null || lifeOf(open.request, now) !== 'open') return null
  if ((await loginStandingOf(db, open)).kind !== 'challenged') return null
  const session = await findSession(db, sessionId)
  return session && session.endedAt === null && !isExpired(session, now) ? session : null
}

/**
 * A visit that the tenant's server conducts is taken over once by whoever was given the request id. From then on only
 * that browser goes on with it, and another one with a token of the tenant's server.
 */
const takeOver = async (
  door: FrameDoor,
  wishes: FrameWishes,
  { session, now }: { readonly session: Session; readonly now: Date },
): Promise<FrameKey | null> => {
  const { authorizeToken, proofOf } = wishes
  const held = proofOf(session.id)
  if (held !== null && (await findProvenSession(session.id, held))) return { id: session.id, proof: held }
  if (session.front !== 'api' && authorizeToken === null) return null
  const { settings, hints } = judgeSettings(door, wishes)
  // The consent stands already: the tenant has attested it, or the person gave it when the login was first connected.
  const frame = {
    parentOrigin: listedOrigin(door, wishes),
    hints,
    settings: { ...settings, consentEnable: false },
  }
  const proof = await takeOverSession(door.db, session, {
    frame,
    returnUrl: wishes.redirectUrl,
    language: wishedLanguage(door.policy, wishes.language) ?? session.language,
    tag: wishes.tag?.slice(0, 200) ?? session.tag,
    device: wishes.device,
    now,
  })
  return proof === null ? null : { id: session.id, proof }
}

/** Goes on, at the question of the bank, with the login that a request of the tenant's server has begun. */
export const resumeFrame = async (door: FrameDoor, wishes: FrameWishes, now: Date): Promise<Resuming> => {
  const { requestId } = wishes.settings
  if (requestId === null || !isGuid(requestId)) return tooLate(null)
  const request = await findDataRequest(door.db, requestId)
  const open = request && (await withLogin(door.db, request, now))
  const session = open && (await findWaiting(door, open, now))
  const key = session && (await takeOver(door, wishes, { session, now }))
  if (!key) return tooLate(open)
  // The person is answering: the request rests no shorter than they may take.
  await updateDataRequest(door.db, requestId, { askedAt: now })
  return { kind: 'resumed', key }
}
