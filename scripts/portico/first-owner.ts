import { invitationLifeMs, inviteMember } from '#lib/console/invite-member.ts'
import { tenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { listTeam, type TeamMember } from '#lib/staff/membership-store.ts'
import { mintSignIn, signInPath } from '#lib/staff/mint-sign-in.ts'
import { createTenant } from '#lib/tenants/create-tenant.ts'
import { findTenantBySlug, listTenantIds } from '#lib/tenants/tenant-store.ts'
import type { Command } from './command.ts'

/** Owners of every tenant, those who never came among them. */
const listOwners = async (): Promise<TeamMember[]> => {
  const teams = await Promise.all((await listTenantIds()).map((id) => listTeam(tenantDb(id))))
  return teams.flat().filter(({ role }) => role === 'owner')
}

/** The tenant of FIRST_TENANT, made when nobody has the name. */
const firstTenant = async () => {
  const { FIRST_TENANT: slug } = env()
  const known = await findTenantBySlug(slug)
  if (known) return tenantDb(known.id)
  return createTenant({ slug, name: slug, customerId: mintGuid() })
}

const tokenFor = async (email: string, owners: readonly TeamMember[]): Promise<string | null> => {
  const invited = owners.find(({ member }) => member.email === email)
  if (invited) return mintSignIn(invited.memberId, later(new Date(), invitationLifeMs))
  const by = { actor: 'operator:first_start', now: new Date(), isMailed: false }
  const made = await inviteMember(await firstTenant(), { email, role: 'owner', language: null }, by)
  return made.ok ? made.value.token : null
}

const tell = (lines: readonly string[]): void => console.log(['', ...lines, ''].join('\n  '))

const run = async (): Promise<void> => {
  const owners = await listOwners()
  if (owners.some(({ joinedAt }) => joinedAt !== null)) return
  const { FIRST_OWNER: email, FIRST_TENANT: slug, PUBLIC_URL } = env()
  const token = email === undefined ? null : await tokenFor(email, owners)
  if (token)
    tell([
      'Nobody runs this portal yet. The link of its first owner, good once, within 7 days:',
      new URL(signInPath(token), PUBLIC_URL).href,
    ])
  else if (owners.length === 0)
    tell([
      'Nobody runs this portal yet. Give FIRST_OWNER at the next start, or make a business and its owner now:',
      `npm run portico -- tenant create --slug ${slug} --name "…" --owner ann@example.ca`,
    ])
}

const command: Command = {
  usage: '',
  says: 'What the first start says: a one-time link for FIRST_OWNER while no owner has come; nothing later',
  run,
}

export const firstOwnerCommands = { 'first-owner': command }
