import { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { staffEmailSchema } from '#lib/staff/staff-member.ts'
import { domainOfEmail, type StaffSso } from '#lib/staff/staff-sso.ts'

const flag = z.union([z.boolean(), z.string(), z.number()]).optional().catch(undefined)

/** What a provider says of somebody, as far as it is used. */
const claimsSchema = z.object({
  email: staffEmailSchema,
  email_verified: flag,
  // Entra ID says in this way, and in no other, that it has verified who owns the domain of the address.
  xms_edov: flag,
  hd: z.string().optional().catch(undefined),
  amr: z.array(z.string()).optional().catch(undefined),
})

export type ClaimsFlaw = 'mail' | 'domain'
export type Vouched = { readonly email: string; readonly isFactorShown: boolean }

const isTrue = (value: z.output<typeof flag>): boolean =>
  value === true || value === 'true' || value === 1 || value === '1'

/** Google speaks for everybody's accounts, also for one that somebody once made with an address of the domain. */
const isOfWorkspace = ({ issuer, domain }: Pick<StaffSso, 'issuer' | 'domain'>, hd: string | undefined) =>
  issuer !== 'https://accounts.google.com' || hd?.toLowerCase() === domain

/** RFC 8176: what can only be a second factor, or says that there were several. */
const factors: ReadonlySet<string> = new Set([
  'mfa',
  'mca',
  'otp',
  'sms',
  'tel',
  'hwk',
  'swk',
  'sc',
  'fpt',
  'face',
  'iris',
])

/** Silence is covered by the tenant's own word that its provider asks; methods that are told and are none are not. */
const isFactorShown = (amr: readonly string[] | undefined): boolean =>
  amr === undefined || amr.length === 0 || amr.some((method) => factors.has(method))

/** Who the provider says they are, where it may say so: an address that it has verified, of the domain it was set up for. */
export const readClaims = (
  claims: unknown,
  sso: Pick<StaffSso, 'issuer' | 'domain' | 'provesFactor'>,
): Outcome<Vouched, ClaimsFlaw> => {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success) return failed('mail')
  const { email, email_verified, xms_edov, hd, amr } = parsed.data
  if (domainOfEmail(email) !== sso.domain || !isOfWorkspace(sso, hd)) return failed('domain')
  if (!isTrue(email_verified) && !(email_verified === undefined && isTrue(xms_edov))) return failed('mail')
  return succeeded({ email, isFactorShown: sso.provesFactor && isFactorShown(amr) })
}
