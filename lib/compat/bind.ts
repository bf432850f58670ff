import { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { type Reply, refuse } from './reply.ts'

/** Clients write a key in whatever letter case: ours are all small (A9, A16). The last of two that meet wins. */
export const foldKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key.toLowerCase(), held]))
    : value

const guidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Any text: one that is no GUID names nothing, and is answered like an unknown one. Null when it could name nothing. */
export const idField = z
  .string()
  .max(200)
  .transform((text) => {
    const id = text.trim().toLowerCase()
    return guidShape.test(id) ? id : null
  })

const words: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false }

/** `true`, `"True"` or `1`: what the clients' languages make of a yes. */
export const flagField = z
  .union([z.boolean(), z.string().max(5), z.number()])
  .transform((said) => (typeof said === 'boolean' ? said : words[String(said).trim().toLowerCase()]))
  .optional()
  .catch(undefined)

/** Text that a database can keep. */
export const textField = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replaceAll('\0', '').trim())

/** The body against a schema whose keys are small letters; null stands for a key that is not there. */
export const bind = <T>(schema: z.ZodType<T>, body: unknown): Outcome<T, Reply> => {
  const folded = foldKeys(body)
  const given =
    typeof folded === 'object' && folded !== null && !Array.isArray(folded)
      ? Object.fromEntries(Object.entries(folded).filter(([, value]) => value !== null))
      : folded
  const parsed = schema.safeParse(given)
  if (parsed.success) return succeeded(parsed.data)
  const field = parsed.error.issues[0]?.path[0]
  const Message =
    field === undefined ? 'The body is not the JSON that is expected.' : `Check ${String(field)}.`
  return failed(refuse('INVALID_REQUEST', { Message }))
}
