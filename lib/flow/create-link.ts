import type { TenantDb } from '#lib/db/tenant-db.ts'
import { env } from '#lib/kit/env.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Link, NewLink } from '#lib/links/link.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { isReturnUrlAllowed } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'

export type CreatedLink = {
  readonly link: Link
  /** Where the person opens it. Told this once: the token in it is kept nowhere. */
  readonly url: string
}

/** A personal link under the tenant's current policy. A return address that is not on its list is refused now (S6). */
export const createLink = async (
  db: TenantDb,
  input: NewLink,
  by: { readonly actor: string; readonly now: Date },
): Promise<Outcome<CreatedLink, 'return_url_refused'>> => {
  const policy = await getFlowPolicy(db, (await getCurrent(db)).policyId)
  if (input.returnUrl && !isReturnUrlAllowed(policy, input.returnUrl)) return failed('return_url_refused')
  const { link, token } = await mintLink(db, input, by)
  return succeeded({ link, url: `${new URL(env().PUBLIC_URL).origin}/l/${token}` })
}
