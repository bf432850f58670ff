import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { findRoutedByKey, findRoutedInstitution } from '#lib/institutions/find-routed.ts'
import type { Facts } from '#lib/journey/facts.ts'
import { mintId, type SessionId } from '#lib/kit/ids.ts'
import type { Frame } from '#lib/sessions/frame.ts'
import { insertEvent, type SessionEvent } from '#lib/sessions/session-store.ts'
import { startSession } from '#lib/sessions/start-session.ts'
import { isAlwaysDemo } from '#lib/tenants/demo-mode.ts'
import { attestForFrame } from './attest-for-frame.ts'
import { beginAt } from './begin-at.ts'
import { type FrameDoor, type FrameWishes, listedOrigin, wishedLanguage } from './frame-door.ts'
import { judgeSettings } from './judge-settings.ts'
import { narrowPolicy } from './narrow-policy.ts'

/** What the browser needs to go on. */
export type FrameKey = { readonly id: SessionId; readonly proof: string }

/** What is known before the visit: the bank that it comes back to, the login that it repairs, what is told at once. */
export type FrameStart = {
  readonly institutionId: number | null
  readonly repaired: ConnectionRow | null
  readonly events: readonly SessionEvent[]
  readonly now: Date
}

const institutionOf = ({ db, policy }: FrameDoor, { institution }: FrameWishes, start: FrameStart) => {
  const { connectors } = policy.institutionRules
  const id = start.repaired?.institutionId ?? start.institutionId
  if (id !== null) return findRoutedInstitution(db, id, connectors)
  return institution === null ? null : findRoutedByKey(db, institution, connectors)
}

const isDemoIn = ({ policy }: FrameDoor, { isDemo }: FrameWishes): boolean => isDemo || isAlwaysDemo(policy)

const sessionOf = (door: FrameDoor, wishes: FrameWishes, frame: Frame) => {
  const { policy, brandId } = door
  const language = wishedLanguage(policy, wishes.language) ?? policy.languages[0] ?? 'en'
  const { device, redirectUrl: returnUrl } = wishes
  const isDemo = isDemoIn(door, wishes)
  const tag = wishes.tag?.slice(0, 200) ?? null
  return {
    front: 'connect' as const,
    brandId,
    policyId: policy.id,
    language,
    isDemo,
    tag,
    device,
    returnUrl,
    frame,
  }
}

/** A new visit in a frame. The consent that the page around has asked for in our place stands from the first moment (CA1). */
export const beginFrame = async (
  door: FrameDoor,
  wishes: FrameWishes,
  start: FrameStart,
): Promise<FrameKey> => {
  const { repaired, now } = start
  const frame = { parentOrigin: listedOrigin(door, wishes), ...judgeSettings(door, wishes) }
  const asked = narrowPolicy(door.policy, frame.settings)
  const listing = { rules: asked.institutionRules, isDemo: isDemoIn(door, wishes) }
  const known = await beginAt(door.db, await institutionOf(door, wishes, start), listing, now)
  const session = { ...sessionOf(door, wishes, frame), repairsConnectionId: repaired?.id ?? null }
  const consentId = frame.settings.consentEnable ? null : mintId('con')
  const attested: Facts =
    consentId === null
      ? {}
      : { consent: { at: now.toISOString(), consentId, decision: 'given', optional: [] } }
  return inTransaction(door.db, async (tx) => {
    const key = await startSession(tx, { ...session, facts: { ...known.facts, ...attested } })
    const { language } = session
    if (consentId !== null)
      await attestForFrame(tx, { id: consentId, policy: asked, language, sessionId: key.id, now })
    for (const event of [{ name: 'frame_opened' }, ...start.events, ...known.events])
      await insertEvent(tx, key.id, event)
    return key
  })
}
