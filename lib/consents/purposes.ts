import { z } from 'zod'
import { sha256 } from '#lib/kit/crypto.ts'
import { canonicalJson } from './consent.ts'

/** For what one scope was agreed to. `use` is in the words that were shown; null where the business attested its own. */
export type Purpose = {
  readonly scope: string
  readonly purposeId: string | null
  readonly use: string | null
}

export type PurposeId = Omit<Purpose, 'use'>

const shownSchema = z.object({ scopes: z.array(z.object({ scope: z.string(), purpose: z.string() })) })

/** The same words for the same scope have the same id, in whichever consent; another use is another purpose. */
const idOf = (scope: string, use: string): string =>
  `pur_${Buffer.from(sha256(canonicalJson({ scope, use })))
    .toString('hex')
    .slice(0, 32)}`

/**
 * For what each scope of a consent may be used and for nothing else (CA6): who is handed what was read under it is
 * handed these ids along.
 */
export const purposesOf = (consent: {
  readonly document: unknown
  readonly scopes: readonly string[]
}): Purpose[] => {
  const shown = shownSchema.safeParse(consent.document).data?.scopes ?? []
  return consent.scopes.map((scope) => {
    const use = shown.find((one) => one.scope === scope)?.purpose ?? null
    return { scope, use, purposeId: use === null ? null : idOf(scope, use) }
  })
}

/** Without the words, for where ids are told and nothing else. */
export const purposeIdsOf = (consent: Parameters<typeof purposesOf>[0]): PurposeId[] =>
  purposesOf(consent).map(({ scope, purposeId }) => ({ scope, purposeId }))
