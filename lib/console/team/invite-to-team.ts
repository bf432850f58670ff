import { z } from 'zod'
import { languages } from '#lib/kit/i18n.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { staffEmailSchema, staffRoles } from '#lib/staff/staff-member.ts'
import { actorOf, type Desk } from '../desk.ts'
import { inviteMember } from '../invite-member.ts'

const invitationSchema = z.object({
  email: staffEmailSchema,
  role: z.enum(staffRoles),
  language: z.enum(languages),
})

export type InvitationFlaw = 'email_unusable' | 'already_there'

/** Invites somebody by mail, in the language that is asked for. */
export const inviteToTeam = async (
  desk: Desk<'team.manage'>,
  typed: { readonly email: string; readonly role: string; readonly language: string },
  now: Date,
): Promise<Outcome<null, InvitationFlaw>> => {
  const parsed = invitationSchema.safeParse(typed)
  if (!parsed.success) return failed('email_unusable')
  const made = await inviteMember(desk.db, parsed.data, { actor: actorOf(desk), now, isMailed: true })
  return made.ok ? succeeded(null) : made
}
