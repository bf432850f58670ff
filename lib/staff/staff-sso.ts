import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { dayMs } from '#lib/kit/clock.ts'
import type { TenantId } from '#lib/kit/ids.ts'

/** What the last look at a domain's records found. */
export const domainChecks = ['found', 'absent', 'no_answer', 'held_elsewhere'] as const
export type DomainCheck = (typeof domainChecks)[number]

/** How a tenant's own people sign in; `schema.prisma` says what the columns mean. */
export type StaffSso = {
  readonly tenantId: TenantId
  readonly revision: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecretSealed: Uint8Array
  readonly domain: string
  readonly txtRecord: string
  readonly verifiedAt: Date | null
  readonly checkedAt: Date | null
  readonly checkResult: DomainCheck | null
  readonly foundRecords: readonly string[]
  /** Since when the record of a domain that was verified is gone. */
  readonly lostAt: Date | null
  readonly workedAt: Date | null
  readonly isRequired: boolean
  readonly provesFactor: boolean
}

/** Where anybody gets an address: whoever held such a domain would vouch for strangers. */
const publicMailDomains: ReadonlySet<string> = new Set(
  `aim.com aol.com att.net bell.net cogeco.ca duck.com eastlink.ca fastmail.com free.fr gmail.com gmx.com gmx.net
  googlemail.com hey.com hotmail.ca hotmail.com hotmail.fr hushmail.com icloud.com laposte.net live.ca live.com live.fr
  mac.com mail.com mail.ru me.com msn.com orange.fr outlook.com outlook.fr pm.me proton.me protonmail.com qq.com
  rogers.com rocketmail.com sasktel.net shaw.ca sympatico.ca telus.net tutanota.com videotron.ca web.de yahoo.ca
  yahoo.com yahoo.fr yandex.com ymail.com zoho.com`.split(/\s+/),
)

const isDomain = (text: string): boolean =>
  text.length <= 200 && /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/.test(text)

/** Folded as it is compared; what stands before an `@` is left away. */
const foldDomain = (text: string): string => domainToASCII(text.trim().replace(/^.*@/, '').replace(/\.$/, ''))

export const ssoDomainSchema = z
  .string()
  .transform(foldDomain)
  .refine(isDomain, 'domain_unusable')
  .refine((domain) => !publicMailDomains.has(domain), 'domain_public')

/** The part of a mail address, folded by `staffEmailSchema`, that says who gave it out. */
export const domainOfEmail = (email: string): string => foldDomain(email.slice(email.lastIndexOf('@') + 1))

const mostRecords = 10
const longestRecord = 200

/** As much of what stood in the DNS as the page shows. */
export const recordsToShow = (texts: readonly string[]): string[] =>
  texts.slice(0, mostRecords).map((text) => text.slice(0, longestRecord))

/** The name whose TXT record proves a domain; several tenants may each have one there. */
export const proofName = (domain: string): string => `_portico-challenge.${domain}`

/** Who copies the address of the description, instead of the provider's own, means the provider. */
export const issuerOf = (typed: string): string =>
  typed.trim().replace(/\/\.well-known\/openid-configuration$/, '')

/** So long a domain whose record is gone is still signed in by. */
export const ssoGraceMs = 7 * dayMs

/** Whether somebody with this address, who did not come by the provider, is to be sent to it. */
export const mustComeBySso = (sso: StaffSso | null, email: string): boolean =>
  sso?.isRequired === true && sso.verifiedAt !== null && domainOfEmail(email) === sso.domain
