import { randomUUID } from 'node:crypto'
import { makeScimToken } from '#lib/console/provisioning/scim-token.ts'
import { respondToScim } from '#lib/web/scim/respond-to-scim.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aSignOn } from '#prisma/builders/a-sign-on.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'

// biome-ignore lint/suspicious/noExplicitAny: what is answered is looked at field by field
type Told = { readonly status: number; readonly headers: Headers; readonly body: any }

/** Asks `/scim/v2` of a tenant with a token. */
export const scimAt =
  (slug: string, token: string | null) =>
  async (method: string, path: string, body?: unknown): Promise<Told> => {
    const answer = await respondToScim(
      new Request(`http://127.0.0.1:3000/scim/v2/${slug}${path}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
  }

export type ScimProvider = {
  readonly tenant: BuiltTenant
  readonly domain: string
  readonly token: string
  readonly ask: ReturnType<typeof scimAt>
  /** A new address of the domain. */
  readonly address: () => string
}

/** A tenant whose own provider may keep its team, and an owner whose address is of another domain. */
export const aScimProvider = async (): Promise<ScimProvider> => {
  const tenant = await aTenant()
  const setup = { issuer: 'https://login.example', clientId: 'portico', clientSecret: 'secret' }
  const domain = await aSignOn(tenant, setup)
  const token = await makeScimToken(await aDesk(tenant, 'owner', 'sign_on.manage'), new Date())
  const address = () => `p-${randomUUID().slice(0, 8)}@${domain}`
  return { tenant, domain, token, ask: scimAt(tenant.slug, token), address }
}

/** How a provider asks for somebody by their address. */
export const byName = (userName: string): string =>
  `/Users?${new URLSearchParams({ filter: `userName eq "${userName}"` })}`
