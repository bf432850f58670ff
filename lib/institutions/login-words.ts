import { z } from 'zod'
import type { Language } from './institution.ts'

const words = z.string().trim().min(1).max(120)
const bothLanguages = z.strictObject({ en: words, fr: words })

/**
 * How an institution's own customers know the two fields of its sign-in. What is left out is the usual.
 * `keyboard` helps on a phone and refuses nothing: what a username looks like is for the bank to judge, and a wrong
 * guess of ours would lock people out.
 */
export const loginWordsSchema = z.strictObject({
  username: bothLanguages.optional(),
  usernameHint: bothLanguages.optional(),
  password: bothLanguages.optional(),
  help: bothLanguages.optional(),
  keyboard: z.enum(['text', 'numeric', 'email']).optional(),
})
export type LoginWords = z.output<typeof loginWordsSchema>

/** The fields in one language; null where the usual words serve. */
export type ShownLoginWords = {
  readonly username: string | null
  readonly usernameHint: string | null
  readonly password: string | null
  readonly help: string | null
  readonly keyboard: 'text' | 'numeric' | 'email'
}

/** Throws on a row that does not parse: better no page than a field that asks for the wrong thing. */
export const toLoginWords = (stored: unknown, language: Language): ShownLoginWords => {
  const own = loginWordsSchema.parse(stored)
  return {
    username: own.username?.[language] ?? null,
    usernameHint: own.usernameHint?.[language] ?? null,
    password: own.password?.[language] ?? null,
    help: own.help?.[language] ?? null,
    keyboard: own.keyboard ?? 'text',
  }
}
