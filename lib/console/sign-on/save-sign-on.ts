import { z } from 'zod'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { mintToken } from '#lib/kit/crypto.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findSso, insertSso, lockSso, type SsoChange, updateSso } from '#lib/staff/sso-store.ts'
import { endSsoSessions } from '#lib/staff/staff-session-store.ts'
import { issuerOf, type StaffSso, ssoDomainSchema } from '#lib/staff/staff-sso.ts'
import { recordChange } from '../record-change.ts'
import { discoverProvider, type ProviderFault } from './provider.ts'
import { type SetupHand, tellOfSetup } from './setup-desk.ts'
import { openClient, sealClientSecret } from './sso-client.ts'

export type TypedSignOn = {
  /** Of the setup that was on the screen; empty where there was none. */
  readonly revision: string
  readonly issuer: string
  readonly clientId: string
  /** Empty: the one that is kept stays. */
  readonly clientSecret: string
  readonly domain: string
  /** Asked of the holder of a setup link: that what works now may be replaced. */
  readonly mayReplace?: boolean
}

export type SignOnFlaw =
  | ProviderFault
  | 'client_id_missing'
  | 'client_secret_missing'
  | 'domain_unusable'
  | 'domain_public'
  | 'replaces'
  | 'conflict'

type Parsed = Omit<TypedSignOn, 'revision' | 'mayReplace'>

const parse = (typed: TypedSignOn): Outcome<Parsed, SignOnFlaw> => {
  const [clientId, clientSecret] = [typed.clientId.trim(), typed.clientSecret.trim()]
  if (clientId === '' || clientId.length > 500) return failed('client_id_missing')
  const domain = ssoDomainSchema.safeParse(typed.domain)
  if (!domain.success)
    return failed(
      z.treeifyError(domain.error).errors[0] === 'domain_public' ? 'domain_public' : 'domain_unusable',
    )
  return succeeded({ issuer: issuerOf(typed.issuer), clientId, clientSecret, domain: domain.data })
}

const proof = (): string => `portico-verification=${mintToken()}`

const unproven = {
  heldDomain: null,
  verifiedAt: null,
  checkedAt: null,
  checkResult: null,
  foundRecords: [],
  lostAt: null,
}

/**
 * What a new issuer or domain takes back: whoever came by the old one was vouched for by somebody else. By a setup link
 * another issuer proves the domain anew: whoever found a link could else vouch for the owners of a domain that stands.
 */
const changeOf = (hand: SetupHand, before: StaffSso, after: Parsed): SsoChange => {
  const isUnproven = 'link' in hand ? isReplaced(before, after) : before.domain !== after.domain
  return {
    ...(isUnproven ? { ...unproven, txtRecord: proof() } : {}),
    ...(isReplaced(before, after) ? { workedAt: null, isRequired: false } : {}),
  }
}

type Refusal = 'conflict' | 'replaces' | 'client_secret_missing'

/** By a link nothing that works is replaced unasked, and the secret that is kept is sent to no other issuer. */
const refusalOf = (
  hand: SetupHand,
  before: StaffSso | null,
  { mayReplace = false, ...after }: Parsed & Pick<TypedSignOn, 'mayReplace'>,
): Refusal | null => {
  if (!('link' in hand) || !before) return null
  if (before.issuer !== after.issuer && after.clientSecret === '') return 'client_secret_missing'
  return before.verifiedAt && isReplaced(before, after) && !mayReplace ? 'replaces' : null
}

const isReplaced = (before: StaffSso, after: Parsed): boolean =>
  before.domain !== after.domain || before.issuer !== after.issuer

const told = ({ issuer, clientId, domain }: Parsed | StaffSso) => ({ issuer, clientId, domain })

type Storing = { readonly typed: TypedSignOn; readonly parsed: Parsed; readonly now: Date }

const store = async (
  hand: SetupHand,
  { typed: { revision, mayReplace = false }, parsed, now }: Storing,
): Promise<Outcome<boolean, Refusal>> =>
  inTransaction(hand.db, async (tx) => {
    await lockSso(tx)
    const before = await findSso(tx)
    if ((before?.revision ?? '') !== revision) return failed('conflict')
    const refusal = refusalOf(hand, before, { ...parsed, mayReplace })
    if (refusal) return failed(refusal)
    await tellOfSetup(tx, hand, { kind: 'sign_on_changed', now })
    const { issuer, clientId, domain, clientSecret } = parsed
    const next = { revision: mintGuid(), issuer, clientId, domain }
    const secret = clientSecret && { clientSecretSealed: await sealClientSecret(tx, clientSecret) }
    if (before) await updateSso(tx, { ...next, ...secret, ...changeOf(hand, before, parsed) })
    else if (secret) await insertSso(tx, { ...next, ...secret, txtRecord: proof() })
    await recordChange(tx, hand, {
      action: 'sign_on.saved',
      subject: hand.tenant.id,
      ...(before ? { before: told(before) } : {}),
      after: { ...told(parsed), ...(secret ? { clientSecret: 'replaced' } : {}) },
    })
    return succeeded(before !== null && isReplaced(before, parsed))
  })

/**
 * Keeps a provider that answers as one. Sessions by another issuer, or under another domain, end. Throws nothing for
 * what a form can say wrong; `link_expired` where a setup link was taken back meanwhile.
 */
export const saveSignOn = async (
  hand: SetupHand,
  typed: TypedSignOn,
  now: Date,
): Promise<Outcome<null, SignOnFlaw>> => {
  const [before, parsed] = [await findSso(hand.db), parse(typed)]
  if (!parsed.ok) return parsed
  if ((before?.revision ?? '') !== typed.revision) return failed('conflict')
  const kept = before && (await openClient(hand.db, before)).clientSecret
  const clientSecret = parsed.value.clientSecret || kept
  if (!clientSecret) return failed('client_secret_missing')
  const provider = await discoverProvider({ ...parsed.value, clientSecret })
  if (!provider.ok) return provider
  // As the provider writes it itself: its tokens are compared with that, letter by letter.
  const { issuer } = provider.value.config.serverMetadata()
  const stored = await store(hand, { typed, parsed: { ...parsed.value, issuer }, now })
  if (!stored.ok) return stored
  if (stored.value) await endSsoSessions(hand.tenant.id, now)
  return succeeded(null)
}
