import type { Brand } from '#lib/tenants/brand.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'

/** A tenant that the demo shows. Its secret is public, so it never comes into a production database. */
export type DemoTenant = {
  readonly slug: string
  readonly name: string
  readonly customerId: string
  readonly returnSigningSecret: string
  /** What its server proves itself by at the data API; null where it has none. */
  readonly access: { readonly secret: string; readonly apiKey: string; readonly mayLinkByApi: boolean } | null
  readonly brand: Brand
  /** Where the person returns to is added when it is planted. */
  readonly policy: Omit<FlowPolicy, 'id' | 'returnUrls' | 'allowedOrigins'>
}

/** The links of an invented company; `.example` leads nowhere (RFC 2606). */
export const linksOf = (host: string) => ({
  privacyUrl: `https://${host}.example/privacy`,
  termsUrl: `https://${host}.example/terms`,
  complaintsUrl: `https://${host}.example/complaints`,
  supportEmail: `help@${host}.example`,
})
