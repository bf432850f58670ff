import { z } from 'zod'
import type { NewPerson } from '#lib/console/provisioning/keep-person.ts'
import type { Standing } from '#lib/console/provisioning/settle-people.ts'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Profile } from '#lib/staff/provision.ts'
import { staffEmailSchema } from '#lib/staff/staff-member.ts'
import { type PatchStep, spread, withoutCore } from './read-patch.ts'
import { fault, type ScimFault } from './scim-answer.ts'

const text = z
  .string()
  .max(250)
  .nullish()
  .transform((value) => value?.trim() || null)
/** One provider writes `"False"`. */
const truth = z.union([
  z.boolean(),
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', 'false']))
    .transform((word) => word === 'true'),
])

const userSchema = z.object({
  userName: z.string(),
  externalId: text,
  displayName: text,
  name: z.object({ givenName: text, familyName: text, formatted: text }).nullish(),
  active: truth.nullish(),
})

const notAnAddress = 'userName must be the mail address that the person signs in with.'

const profileOf = ({ externalId, displayName, name }: z.output<typeof userSchema>): Profile => ({
  externalId,
  displayName: displayName ?? name?.formatted ?? null,
  givenName: name?.givenName ?? null,
  familyName: name?.familyName ?? null,
})

/** A user as it is sent whole. What Portico has no use for is passed over. */
export const readUser = (body: unknown): Outcome<NewPerson, ScimFault> => {
  const parsed = userSchema.safeParse(body)
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? ''
    return fault(
      400,
      `${at || 'The body'} is missing or of another type than the schema says.`,
      'invalidValue',
    )
  }
  const email = staffEmailSchema.safeParse(parsed.data.userName)
  if (!email.success) return fault(400, notAnAddress, 'invalidValue')
  return succeeded({
    email: email.data,
    isActive: parsed.data.active ?? true,
    profile: profileOf(parsed.data),
  })
}

/** What the steps of a patch want changed; `userName` only that it be compared. */
export type WantedUser = Partial<Profile> & { readonly isActive?: boolean; readonly userName?: string }

const places: Readonly<Record<string, keyof Profile>> = {
  externalid: 'externalId',
  displayname: 'displayName',
  'name.formatted': 'displayName',
  'name.givenname': 'givenName',
  'name.familyname': 'familyName',
}

type Attribute = readonly [name: string, value: unknown]

/** `name: { givenName }` as `name.givenName`. */
const flat = ([name, value]: Attribute): Attribute[] =>
  name.toLowerCase() === 'name' && typeof value === 'object' && value !== null
    ? Object.entries(value).map(([part, one]): Attribute => [`name.${part}`, one])
    : [[name, value]]

const attributesOf = (step: PatchStep): Attribute[] =>
  spread(step).flatMap(({ op, path, value }) => flat([withoutCore(path), op === 'remove' ? null : value]))

const wantedBy = ([name, value]: Attribute): Outcome<WantedUser, ScimFault> => {
  const folded = name.toLowerCase()
  if (folded === 'active') {
    const parsed = truth.safeParse(value)
    return parsed.success
      ? succeeded({ isActive: parsed.data })
      : fault(400, 'active must be true or false.', 'invalidValue')
  }
  if (folded === 'username') {
    const email = staffEmailSchema.safeParse(value)
    return email.success ? succeeded({ userName: email.data }) : fault(400, notAnAddress, 'invalidValue')
  }
  const place = places[folded]
  if (!place) return succeeded({})
  const parsed = text.safeParse(value)
  return parsed.success
    ? succeeded({ [place]: parsed.data })
    : fault(400, `${name} must be a text of 250 characters at most.`, 'invalidValue')
}

/** What a patch of a user asks for. Attributes that Portico does not keep are passed over, as providers send many. */
export const readUserPatch = (steps: readonly PatchStep[]): Outcome<WantedUser, ScimFault> => {
  let wanted: WantedUser = {}
  for (const attribute of steps.flatMap(attributesOf)) {
    const one = wantedBy(attribute)
    if (!one.ok) return one
    wanted = { ...wanted, ...one.value }
  }
  return succeeded(wanted)
}

export const standingAfter = (
  standing: Standing,
  { isActive, userName: _, ...profile }: WantedUser,
): Standing => ({
  ...standing,
  isActive: isActive ?? standing.isActive,
  profile: { ...standing.profile, ...profile },
})
