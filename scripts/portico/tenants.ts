import { parseArgs } from 'node:util'
import { inviteMember } from '#lib/console/invite-member.ts'
import { env } from '#lib/kit/env.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { signInPath } from '#lib/staff/mint-sign-in.ts'
import { staffEmailSchema } from '#lib/staff/staff-member.ts'
import { createTenant, newTenantSchema, reservedSlugs } from '#lib/tenants/create-tenant.ts'
import { findTenantBySlug, listTenants } from '#lib/tenants/tenant-store.ts'
import { actor, type Command, CommandError } from './command.ts'

const read = (words: string[]) =>
  parseArgs({
    args: words,
    options: {
      slug: { type: 'string', default: '' },
      name: { type: 'string', default: '' },
      owner: { type: 'string', default: '' },
    },
  }).values

const ownerOf = (text: string): string | null => {
  if (text === '') return null
  const parsed = staffEmailSchema.safeParse(text)
  if (!parsed.success) throw new CommandError(`--owner is no e-mail address: ${text}`)
  return parsed.data
}

const tenantOf = async ({ slug, name }: { slug: string; name: string }) => {
  const parsed = newTenantSchema.safeParse({ slug, name, customerId: mintGuid() })
  const flaw = parsed.error?.issues[0]?.path[0]
  if (flaw === 'slug')
    throw new CommandError(
      `--slug stands in the links: small letters, digits and hyphens, 40 at most, for example maple; and none of ${reservedSlugs.join(', ')}`,
    )
  if (!parsed.success)
    throw new CommandError('--name is what people call the business, 80 characters at most')
  if (await findTenantBySlug(slug)) throw new CommandError(`A tenant is called “${slug}” already.`)
  return parsed.data
}

const create = async (words: string[]): Promise<void> => {
  const asked = read(words)
  const [tenant, email] = [await tenantOf(asked), ownerOf(asked.owner)]
  const db = await createTenant(tenant)
  console.log(`${tenant.name} has a portal, which its team publishes: customer id ${tenant.customerId}`)
  if (email === null) {
    console.log(`Next, its first owner: npm run portico -- admin invite --tenant ${tenant.slug} --email …`)
    return
  }
  const by = { actor, now: new Date(), isMailed: false }
  const made = await inviteMember(db, { email, role: 'owner', language: null }, by)
  if (!made.ok) throw new CommandError(`${email} works there already.`)
  console.log(new URL(signInPath(made.value.token), env().PUBLIC_URL).href)
  console.log(`signs ${email} in once, within 7 days, as owner of ${tenant.slug}`)
}

const list = async (): Promise<void> => {
  for (const { slug, name, customerId, disabledAt } of await listTenants())
    console.log(`${slug}  ${name}  ${customerId}${disabledAt ? '  closed' : ''}`)
}

const tenant: Command = {
  usage: 'create --slug maple --name "Maple Lending" [--owner ann@example.ca] | list',
  says: 'A business with a portal of its own. With --owner, prints the one-time link of its first owner',
  run: async ([verb = '', ...words]) => {
    if (verb === 'create') return create(words)
    if (verb === 'list') return list()
    throw new CommandError(`tenant ${tenant.usage}`)
  },
}

export const tenantCommands = { tenant }
