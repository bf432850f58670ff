import { z } from 'zod'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { mintToken } from '#lib/kit/crypto.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { findSso, insertSso, lockSso, type SsoChange, updateSso } from '#lib/staff/sso-store.ts'
import { endSsoSessions } from '#lib/staff/staff-session-store.ts'
import { issuerOf, type StaffSso, ssoDomainSchema } from '#lib/staff/staff-sso.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'
import { discoverProvider, type ProviderFault } from './provider.ts'
import { openClient, sealClientSecret } from './sso-client.ts'

export type TypedSignOn = {
  /** Of the setup that was on the screen; empty where there was none. */
  readonly revision: string
  readonly issuer: string
  readonly clientId: string
  /** Empty: the one that is kept stays. */
  readonly clientSecret: string
  readonly domain: string
}

export type SignOnFlaw =
  | ProviderFault
  | 'client_id_missing'
  | 'client_secret_missing'
  | 'domain_unusable'
  | 'domain_public'
  | 'conflict'

type Parsed = Omit<TypedSignOn, 'revision'>

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

/** What a new issuer or domain takes back: whoever came by the old one was vouched for by somebody else. */
const changeOf = (before: StaffSso, after: Parsed): SsoChange => ({
  ...(before.domain === after.domain ? {} : { ...unproven, txtRecord: proof() }),
  ...(isReplaced(before, after) ? { workedAt: null, isRequired: false } : {}),
})

const isReplaced = (before: StaffSso, after: Parsed): boolean =>
  before.domain !== after.domain || before.issuer !== after.issuer

const told = ({ issuer, clientId, domain }: Parsed | StaffSso) => ({ issuer, clientId, domain })

type Desks = Desk<'sign_on.manage'>

const store = async (desk: Desks, revision: string, parsed: Parsed): Promise<Outcome<boolean, 'conflict'>> =>
  inTransaction(desk.db, async (tx) => {
    await lockSso(tx)
    const before = await findSso(tx)
    if ((before?.revision ?? '') !== revision) return failed('conflict')
    const { issuer, clientId, domain, clientSecret } = parsed
    const next = { revision: mintGuid(), issuer, clientId, domain }
    const secret = clientSecret && { clientSecretSealed: await sealClientSecret(tx, clientSecret) }
    if (before) await updateSso(tx, { ...next, ...secret, ...changeOf(before, parsed) })
    else if (secret) await insertSso(tx, { ...next, ...secret, txtRecord: proof() })
    await recordChange(tx, desk, {
      action: 'sign_on.saved',
      subject: desk.tenant.id,
      ...(before ? { before: told(before) } : {}),
      after: { ...told(parsed), ...(secret ? { clientSecret: 'replaced' } : {}) },
    })
    return succeeded(before !== null && isReplaced(before, parsed))
  })

/**
 * Keeps a provider that answers as one. Sessions by another issuer, or under another domain, end. Throws nothing for
 * what a form can say wrong.
 */
export const saveSignOn = async (
  desk: Desks,
  typed: TypedSignOn,
  now: Date,
): Promise<Outcome<null, SignOnFlaw>> => {
  const [before, parsed] = [await findSso(desk.db), parse(typed)]
  if (!parsed.ok) return parsed
  if ((before?.revision ?? '') !== typed.revision) return failed('conflict')
  const kept = before && (await openClient(desk.db, before)).clientSecret
  const clientSecret = parsed.value.clientSecret || kept
  if (!clientSecret) return failed('client_secret_missing')
  const provider = await discoverProvider({ ...parsed.value, clientSecret })
  if (!provider.ok) return provider
  // As the provider writes it itself: its tokens are compared with that, letter by letter.
  const { issuer } = provider.value.config.serverMetadata()
  const stored = await store(desk, typed.revision, { ...parsed.value, issuer })
  if (!stored.ok) return stored
  if (stored.value) await endSsoSessions(desk.tenant.id, now)
  return succeeded(null)
}
