import { z } from 'zod'
import { flagField, idField, textField } from '../bind.ts'
import type { SecurityResponses } from '../shapes/challenge-shape.ts'

const answer = z.union([z.string().max(100_000), z.number(), z.boolean()]).transform(String)
const answersSchema = z.record(
  z.string().max(1_000),
  z.union([answer.transform((one) => [one]), z.array(answer).max(50)]),
)

/** Prompt → answers, or prompt → answer, or a list of such objects (A8). */
const responsesField = z
  .union([answersSchema, z.array(answersSchema).max(50)])
  .transform((said): SecurityResponses => new Map([said].flat().flatMap((one) => Object.entries(one))))

/** What /Authorize and its kin take, keys in small letters; what is not here is let be. */
export const authorizeSchema = z.object({
  loginid: idField.optional(),
  requestid: idField.optional(),
  securityresponses: responsesField.optional(),
  institution: z.union([textField(200), z.number().transform(String)]).optional(),
  username: textField(1_000).optional(),
  password: z.string().max(1_000).optional(),
  language: z
    .string()
    .max(20)
    .transform((tag) => (tag.trim().toLowerCase().startsWith('fr') ? ('fr' as const) : ('en' as const)))
    .default('en'),
  mostrecentcached: flagField,
  directrefresh: flagField,
  save: flagField,
  schedulerefresh: flagField,
  tag: textField(200).optional(),
})
export type AuthorizeBody = z.output<typeof authorizeSchema>
