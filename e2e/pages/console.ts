import type { BrowserContext } from '@playwright/test'
import type { StaffRole } from '../../lib/staff/staff-member.ts'
import type { BuiltMember } from '../../prisma/builders/a-member.ts'
import type { BuiltTenant } from '../../prisma/builders/a-tenant.ts'
import { addresses } from '../stack/addresses.ts'
import { plantedTenant } from './planted-tenant.ts'

const builders = async () => {
  // Read when the database is first asked: this process is none of the stack's own.
  process.env.DATABASE_URL = addresses.databaseUrl()
  return import('../../prisma/builders/a-member.ts')
}

/** Puts a member's session into a browser, as if they had signed in and, unless said otherwise, shown their second factor. */
export const signIn = async (
  context: BrowserContext,
  member: BuiltMember,
  { isProven = true, host = new URL(addresses.portal()).hostname } = {},
): Promise<void> => {
  const { aStaffSession } = await builders()
  const value = await aStaffSession(member, { isProven })
  await context.addCookies([
    {
      name: '__Host-staff',
      value,
      domain: host,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
}

/** A new member of a planted tenant in that role, signed in in this browser. */
export const signInAs = async (
  context: BrowserContext,
  role: StaffRole,
  tenant: Pick<BuiltTenant, 'db'>,
  email?: string,
): Promise<BuiltMember> => {
  const { aMember } = await builders()
  const member = await aMember(tenant, role, email)
  await signIn(context, member)
  return member
}

/** A new member in that role of a tenant of the test's own, signed in nowhere yet. */
export const plantedMember = async (
  role: StaffRole,
): Promise<{ readonly tenant: BuiltTenant; readonly member: BuiltMember }> => {
  const tenant = await plantedTenant({})
  return { tenant, member: await (await builders()).aMember(tenant, role) }
}

/** A tenant of the test's own with somebody of that role signed in: `/admin/{slug}` is open. */
export const plantedConsole = async (
  context: BrowserContext,
  role: StaffRole = 'owner',
  email?: string,
): Promise<{ readonly tenant: BuiltTenant; readonly member: BuiltMember; readonly home: string }> => {
  const tenant = await plantedTenant({})
  return { tenant, member: await signInAs(context, role, tenant, email), home: `/admin/${tenant.slug}` }
}

/** A tenant of the test's own that signs its people in by this provider, and one of them, signed in nowhere yet. */
export const plantedSignOn = async (
  name: string,
  openAt: (slug: string, email: string) => Promise<{ readonly issuer: string }>,
  wishes: { readonly clientId: string; readonly clientSecret: string; readonly isRequired?: boolean },
) => {
  const { aMember } = await builders()
  const { aSignOn } = await import('../../prisma/builders/a-sign-on.ts')
  const tenant = await plantedTenant({})
  const domain = `${tenant.slug}.example`
  const email = `${name}@${domain}`
  const { issuer } = await openAt(tenant.slug, email)
  await aSignOn(tenant, { ...wishes, issuer, domain })
  return { tenant, member: await aMember(tenant, 'analyst', email), home: `/admin/${tenant.slug}` }
}
