import { findConnectionByLoginId } from '#lib/connections/connection-store.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { isGuid } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Link, NewLink } from '#lib/links/link.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { isAlwaysDemo } from '#lib/tenants/demo-mode.ts'
import { type FlowPolicy, isReturnUrlAllowed } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import { siteOf } from '#lib/tenants/tenant-site.ts'
import { occasionOf } from './tell-connection.ts'

export type CreatedLink = {
  readonly link: Link
  /** Where the person opens it. Told this once: the token in it is kept nowhere. */
  readonly url: string
}

export type LinkOrder = Omit<NewLink, 'repairsConnectionId'> & {
  /** The `loginId` of a connection that the person is asked to sign in to again, so that it keeps its ids. */
  readonly repairs?: string | null | undefined
}

/** The connection to bring back. One that was made in a test is none for a live link, and the other way round. */
const findBroken = async (db: TenantDb, { repairs, isDemo = false }: LinkOrder, policy: FlowPolicy) => {
  if (!repairs || !isGuid(repairs)) return null
  const connection = await findConnectionByLoginId(db, repairs)
  const consent = connection && (await findConsent(db, connection.consentId))
  const { isTest } = await occasionOf(db, consent?.sessionId ?? null, new Date())
  return isTest === (isDemo || isAlwaysDemo(policy)) ? connection : null
}

/** A personal link under the tenant's current policy. A return address that is not on its list is refused now (S6). */
export const createLink = async (
  db: TenantDb,
  { repairs = null, ...input }: LinkOrder,
  by: { readonly actor: string; readonly now: Date },
): Promise<Outcome<CreatedLink, 'return_url_refused' | 'connection_unknown'>> => {
  const policy = await getFlowPolicy(db, (await getCurrent(db)).policyId)
  if (input.returnUrl && !isReturnUrlAllowed(policy, input.returnUrl)) return failed('return_url_refused')
  const broken = await findBroken(db, { ...input, repairs }, policy)
  if (repairs !== null && !broken) return failed('connection_unknown')
  const { link, token } = await mintLink(db, { ...input, repairsConnectionId: broken?.id ?? null }, by)
  return succeeded({ link, url: `${await siteOf(db)}/l/${token}` })
}
