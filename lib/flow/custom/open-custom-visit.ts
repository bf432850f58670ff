import { findRoutedByKey } from '#lib/institutions/find-routed.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { isListed } from '#lib/institutions/listing.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { startSession } from '#lib/sessions/start-session.ts'
import { isAlwaysDemo } from '#lib/tenants/demo-mode.ts'
import { languageFor } from '../front-door.ts'
import { type CustomClues, type CustomDoor, findCustomDoor } from './custom-door.ts'
import { type CustomReason, customFailureUrl, withState } from './custom-return.ts'

/** What the tenant's own screens ask for. Nothing of it is trusted. */
export type CustomWishes = CustomClues & {
  /** Id or name of the institution. */
  readonly institution: string | null
  /** As it stood in the address, still percent-encoded; null: none did. */
  readonly state: string | null
  readonly language: string | null
  readonly acceptLanguage: string | null
  readonly tag: string | null
}

/** Enough for a signed token; what is longer would not fit into the addresses of some browsers. */
export const longestState = 2_000

type Checked = { readonly door: CustomDoor; readonly institution: Institution; readonly returnUrl: string }

/** Why an address opens nothing: our page says it, or the browser is led back with the reason. */
type Refusal = 'return_url_refused' | { readonly backTo: string }

const findAsked = async (
  { db, policy }: CustomDoor,
  named: string | null,
): Promise<Outcome<Institution, CustomReason>> => {
  if (named === null || named === '') return failed('institution_missing')
  const rules = policy.institutionRules
  const institution = await findRoutedByKey(db, named, rules.connectors)
  // A test institution makes a test of the visit, whoever sent the person.
  const isKnown =
    institution && isListed(institution, { rules, isDemo: institution.isTest || isAlwaysDemo(policy) })
  if (!isKnown) return failed('institution_unknown')
  const isOff = institution.connectorId === null || institution.disabledAt !== null
  return isOff ? failed('institution_disabled') : succeeded(institution)
}

/** Looks whether a visit may begin, and begins none: the first half, which a server may ask in its person's place. */
export const checkCustomVisit = async (wishes: CustomWishes): Promise<Outcome<Checked, Refusal>> => {
  const found = await findCustomDoor(wishes)
  if (!found.ok) return found
  const door = found.value
  const { redirectUri } = door
  if ((wishes.state ?? '').length > longestState)
    return failed({ backTo: customFailureUrl(redirectUri, 'state_too_long') })
  const returnUrl = withState(redirectUri, wishes.state)
  const asked = await findAsked(door, wishes.institution)
  if (!asked.ok) return failed({ backTo: customFailureUrl(returnUrl, asked.reason) })
  return succeeded({ door, institution: asked.value, returnUrl })
}

/** Begins a visit at the institution that the tenant's own screens name. */
export const openCustomVisit = async (
  wishes: CustomWishes,
): Promise<Outcome<{ readonly id: string; readonly proof: string }, Refusal>> => {
  const checked = await checkCustomVisit(wishes)
  if (!checked.ok) return checked
  const { door, institution, returnUrl } = checked.value
  const { db, brandId, policy } = door
  const key = await startSession(db, {
    front: 'custom',
    brandId,
    policyId: policy.id,
    language: languageFor(policy, wishes),
    isDemo: institution.isTest,
    tag: wishes.tag?.slice(0, 200) ?? null,
    returnUrl,
    facts: { institution: { at: new Date().toISOString(), institutionId: institution.id } },
  })
  return succeeded(key)
}
