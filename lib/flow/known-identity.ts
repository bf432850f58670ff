import { controlsOf } from '#lib/identity/controls.ts'
import type { Typed } from '#lib/identity/fields/reading.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { readField } from '#lib/identity/read-claim.ts'
import { typedDetails } from '#lib/identity/typed-details.ts'
import { findPrefill } from '#lib/links/find-prefill.ts'
import type { IdentityFieldName } from '#lib/tenants/flow-policy.ts'
import type { OpenVisit } from './open-visit.ts'

/** What is known before the person types: as controls would hold it. `locked` fields are the tenant's word. */
export type KnownIdentity = {
  readonly typed: Typed
  readonly locked: ReadonlySet<IdentityFieldName>
}

const only = (typed: Typed, names: Iterable<IdentityFieldName>): Typed => {
  const controls = new Set([...names].flatMap((name) => controlsOf[name]))
  return Object.fromEntries(Object.entries(typed).filter(([control]) => controls.has(control)))
}

/**
 * What the person said last, else what the personal link brought. A locked value that cannot be read as an answer (a
 * postal code of nowhere) is not held against the person: they are asked. That somebody is too young is an answer.
 */
export const knownIdentity = async ({ db, session, now }: OpenVisit): Promise<KnownIdentity> => {
  const claimId = session.facts.identity?.claimId
  const [claim, prefill] = await Promise.all([
    claimId ? findClaim(db, claimId) : null,
    findPrefill(db, session.linkId),
  ])
  const linked = typedDetails(prefill?.values ?? {})
  const locked = (prefill?.locked ?? []).filter((name) => {
    const reading = readField(name, linked, now)
    return reading.ok || reading.reason.some(({ code }) => code === 'birth_too_young')
  })
  const said = claim ? typedDetails(claim.details) : linked
  return { typed: { ...said, ...only(linked, locked) }, locked: new Set(locked) }
}

/** The form as it counts: what is locked is taken from the link, whatever was sent. */
export const countedForm = (known: KnownIdentity, sent: Typed): Typed => {
  const lockedControls = new Set([...known.locked].flatMap((name) => controlsOf[name]))
  const open = Object.entries(sent).filter(([control]) => !lockedControls.has(control))
  return { ...Object.fromEntries(open), ...only(known.typed, known.locked) }
}
