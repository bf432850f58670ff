import { z } from 'zod'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { fault, type ScimFault } from './scim-answer.ts'

export type PatchStep = {
  readonly op: 'add' | 'replace' | 'remove'
  /** As it was written, without the name of the schema before it; empty where the value holds the attributes. */
  readonly path: string
  readonly value: unknown
}

const stepSchema = z.object({
  // One provider writes `Replace`, the other `replace`.
  op: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['add', 'replace', 'remove'])),
  path: z.string().max(1_000).nullish(),
  value: z.unknown().optional(),
})
const patchSchema = z.object({ Operations: z.array(stepSchema).min(1).max(1_000) })

/** `active`, also where it is written `urn:ietf:params:scim:schemas:core:2.0:User:active`. */
export const withoutCore = (path: string): string =>
  path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(User|Group):/i, '')

/** A step without a path says for several attributes what they are to be. */
export const spread = (step: PatchStep): readonly PatchStep[] =>
  step.path === '' && typeof step.value === 'object' && step.value !== null
    ? Object.entries(step.value).map(([path, value]) => ({ op: step.op, path, value }))
    : [step]

const shape = /^[\w.:$-]+(\[[^\]]*\](\.\w+)?)?$/

/** RFC 7644 §3.5.2: the steps, in their order. */
export const readPatch = (body: unknown): Outcome<readonly PatchStep[], ScimFault> => {
  const parsed = patchSchema.safeParse(body)
  if (!parsed.success)
    return fault(
      400,
      'Operations must be a list of op, path and value; op is add, replace or remove.',
      'invalidSyntax',
    )
  const steps = parsed.data.Operations.map(({ op, path, value }) => ({
    op,
    path: withoutCore(path ?? ''),
    value,
  }))
  const wrong = steps.find(({ path, op }) => (path === '' ? op === 'remove' : !shape.test(path)))
  if (wrong)
    return fault(
      400,
      'A path names an attribute, as in name.givenName or members[value eq "…"].',
      'invalidPath',
    )
  return succeeded(steps)
}
