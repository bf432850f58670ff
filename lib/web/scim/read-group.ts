import { z } from 'zod'
import type { GroupChange } from '#lib/console/provisioning/change-group.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { type PatchStep, spread } from './read-patch.ts'
import { fault, type ScimFault } from './scim-answer.ts'

const memberSchema = z.object({ value: z.string().min(1).max(100) })
const membersSchema = z
  .union([memberSchema.transform((one) => [one]), z.array(memberSchema)])
  .transform((members) => members.map(({ value }) => value))

const badMembers = fault(400, 'members is a list of { "value": the id of a user }.', 'invalidValue')

/** A group as it is sent whole. */
export const readGroup = (
  body: unknown,
): Outcome<{ readonly displayName: string | null; readonly members: readonly string[] }, ScimFault> => {
  const schema = z.object({
    displayName: z.string().max(250).nullish(),
    members: z.array(memberSchema).nullish(),
  })
  const parsed = schema.safeParse(body)
  if (!parsed.success) return badMembers
  const { displayName, members } = parsed.data
  return succeeded({ displayName: displayName ?? null, members: (members ?? []).map(({ value }) => value) })
}

/** What a patch asks of a group; `displayName` only that it be compared. */
export type WantedGroup = { readonly change: GroupChange; readonly displayName: string | null }

type Drafted = { only: Set<string> | null; add: Set<string>; remove: Set<string> }

const put = (drafted: Drafted, op: PatchStep['op'], ids: readonly string[]): void => {
  if (op === 'replace') drafted.only = new Set(ids)
  for (const id of op === 'replace' ? [] : ids) {
    const isAdded = op === 'add'
    if (drafted.only) drafted.only[isAdded ? 'add' : 'delete'](id)
    drafted[isAdded ? 'add' : 'remove'].add(id)
    drafted[isAdded ? 'remove' : 'add'].delete(id)
  }
}

const oneMember = /^members\[\s*value\s+eq\s+"([^"]{1,100})"\s*\]$/i

/** False where the members that a step names cannot be read. */
const takeMembers = (drafted: Drafted, { op, path, value }: PatchStep): boolean => {
  const [, one] = oneMember.exec(path) ?? []
  if (one !== undefined) {
    put(drafted, op === 'remove' ? 'remove' : 'add', [one])
    return true
  }
  if (op === 'remove' && (value === undefined || value === null)) {
    drafted.only = new Set()
    return true
  }
  const ids = membersSchema.safeParse(value)
  if (ids.success) put(drafted, op, ids.data)
  return ids.success
}

const nameIn = ({ op, path, value }: PatchStep): string | null => {
  if (path.toLowerCase() !== 'displayname') return null
  return op === 'remove' ? '' : String(value)
}

/** What the steps of a patch want of a group, in their order. */
export const readGroupPatch = (steps: readonly PatchStep[]): Outcome<WantedGroup, ScimFault> => {
  const drafted: Drafted = { only: null, add: new Set(), remove: new Set() }
  let displayName: string | null = null
  for (const step of steps.flatMap(spread)) {
    displayName = nameIn(step) ?? displayName
    const isMembers = /^members(\[|$)/i.test(step.path)
    if (isMembers && !takeMembers(drafted, step)) return failed(badMembers.reason)
  }
  return succeeded({ change: drafted, displayName })
}
