import { z } from 'zod'
import rows from './directory.json' with { type: 'json' }
import { loginWordsSchema } from './login-words.ts'

const directoryRowSchema = z.strictObject({
  id: z.int().positive(),
  upstreamKey: z.string().min(1),
  nameEn: z.string().min(1),
  nameFr: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  numbers: z.array(z.string().regex(/^(\d{3}|\d{9})$/)),
  country: z.enum(['CA', 'US']),
  kind: z.enum(['bank', 'credit_union', 'caisse', 'online', 'card', 'investment']),
  url: z.url({ protocol: /^https$/ }).nullable(),
  popularity: z.int().min(0).max(100),
  connectorId: z.string().nullable().default(null),
  loginWords: loginWordsSchema.default({}),
  isTest: z.boolean().default(false),
})
export type DirectoryRow = z.output<typeof directoryRowSchema>

/** The directory that ships with Portico. Ids below 10000 are those that clients of the dialect know. */
export const shippedDirectory = (): readonly DirectoryRow[] => z.array(directoryRowSchema).parse(rows)
