import { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { bad, type Finding } from './finding.ts'
import { isSafeUrl } from './safe-url.ts'

/** What the rules of ours say, under `findings` in the catalogues. */
const ownRules = ['settings_address', 'settings_kid', 'settings_certificate'] as const
type OwnRule = (typeof ownRules)[number]

/** A rule that the library does not know, named by its words in the catalogues. */
export const rule = <Name extends OwnRule>(name: Name): Name => name

/** An address of the other side, without a final slash or with one. */
export const addressSchema = z.string().max(2_000).refine(isSafeUrl, rule('settings_address'))

const isEmpty = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1

const choicesOf = (issue: z.core.$ZodIssue): readonly unknown[] | null => {
  if (issue.code === 'invalid_value') return issue.values
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : null
}

/** What stands at the place of an issue; undefined where nothing does. */
const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key], json)

/** One issue of the library as a finding: the place and the rule, never the value, for some are secret. */
const flawOf = (issue: z.core.$ZodIssue, json: unknown): Finding => {
  const place = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return bad('settings_unknown', { place: [...issue.path.map(String), issue.keys.join(', ')].join('.') })
  if (place === '') return bad('settings_no_object')
  const own = issue.code === 'custom' ? ownRules.find((one) => one === issue.message) : undefined
  if (own) return bad(own, { place })
  if (valueAt(json, issue.path) === undefined) return bad('settings_missing', { place })
  if (isEmpty(issue)) return bad('settings_empty', { place })
  const choices = choicesOf(issue)
  if (choices) return bad('settings_choice', { place, choices: choices.join(', ') })
  return bad('settings_flaw', { place })
}

const parseJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** The settings of an upstream as its operator typed them, or every place in them that cannot be used. */
export const readSettingsBy = <Schema extends z.ZodType>(
  schema: Schema,
  text: string | null,
): Outcome<z.output<Schema>, readonly Finding[]> => {
  const json = parseJson(text)
  const read = schema.safeParse(json)
  return read.success ? succeeded(read.data) : failed(read.error.issues.map((issue) => flawOf(issue, json)))
}
