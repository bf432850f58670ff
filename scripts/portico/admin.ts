import { parseArgs } from 'node:util'
import { resetFactors } from '#lib/console/factors/reset-factors.ts'
import { inviteMember } from '#lib/console/invite-member.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { findMemberByEmail } from '#lib/staff/member-store.ts'
import { listTeam } from '#lib/staff/membership-store.ts'
import { mintSignIn, signInPath } from '#lib/staff/mint-sign-in.ts'
import { type StaffRole, staffEmailSchema, staffRoles } from '#lib/staff/staff-member.ts'
import { actor, type Command, CommandError } from './command.ts'
import { tenantNamed } from './tenant-named.ts'

const read = (words: string[]) =>
  parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      tenant: { type: 'string', default: '' },
      email: { type: 'string', default: '' },
      role: { type: 'string', default: 'owner' },
      quiet: { type: 'boolean', default: false },
      renew: { type: 'boolean', default: false },
    },
  }).values

const emailOf = (text: string): string => {
  const parsed = staffEmailSchema.safeParse(text)
  if (!parsed.success) throw new CommandError('Name the person: --email ann@example.ca')
  return parsed.data
}

const roleOf = (text: string): StaffRole => {
  const role = staffRoles.find((one) => one === text)
  if (!role) throw new CommandError(`--role is one of ${staffRoles.join(', ')}`)
  return role
}

const addressOf = (token: string): string => new URL(signInPath(token), env().PUBLIC_URL).href

const invite = async (words: string[]): Promise<void> => {
  const asked = read(words)
  const db = await tenantNamed(asked.tenant)
  const [email, role] = [emailOf(asked.email), roleOf(asked.role)]
  const by = { actor, now: new Date(), isMailed: false }
  const made = await inviteMember(db, { email, role, language: null }, by)
  if (!made.ok && asked.renew) return link(words)
  if (!made.ok)
    throw new CommandError(`${email} works for ${asked.tenant} already: admin link --email ${email}`)
  console.log(addressOf(made.value.token))
  if (!asked.quiet) console.log(`signs ${email} in once, within 7 days, as ${role} of ${asked.tenant}`)
}

/** For who cannot get mail, or sign in by their provider, just now: the operator stands for them. */
const link = async (words: string[]): Promise<void> => {
  const asked = read(words)
  const email = emailOf(asked.email)
  const member = await findMemberByEmail(email)
  if (!member) throw new CommandError(`${email} is no member of staff: admin invite makes one.`)
  const expiresAt = later(new Date(), 15 * minuteMs)
  console.log(addressOf(await mintSignIn(member.id, expiresAt, { isByOperator: true })))
  if (!asked.quiet) console.log('signs in once, within 15 minutes')
}

/** For who has lost every second factor; whoever runs this has made sure that it is they who ask. */
const reset = async (words: string[]): Promise<void> => {
  const email = emailOf(read(words).email)
  const member = await findMemberByEmail(email)
  if (!member) throw new CommandError(`${email} is no member of staff: admin invite makes one.`)
  await resetFactors(member, actor, new Date())
  console.log(`${email} has no second factor and is signed out; the next sign-in sets one up`)
}

const list = async (words: string[]): Promise<void> => {
  const db = await tenantNamed(read(words).tenant)
  for (const { member, role, joinedAt } of await listTeam(db))
    console.log(`${member.email}  ${role}  ${joinedAt ? `since ${joinedAt.toISOString()}` : 'invited'}`)
}

const verbs: Readonly<Record<string, (words: string[]) => Promise<void>>> = {
  invite,
  link,
  list,
  'reset-factors': reset,
}

const admin: Command = {
  usage:
    'invite --tenant maple --email … --role owner | link --email … | reset-factors --email … | list --tenant maple',
  says: `Who works in the console. \`invite\` and \`link\` print a one-time sign-in link.
      Roles are ${staffRoles.join(', ')}; --quiet prints the link alone`,
  run: async ([verb = '', ...words]) => {
    const run = verbs[verb]
    if (!run) throw new CommandError(`admin ${admin.usage}`)
    await run(words)
  },
}

export const adminCommands = { admin }
