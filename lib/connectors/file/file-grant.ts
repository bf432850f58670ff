import { z } from 'zod'

const grantSchema = z.object({
  /** Under which key the accounts and transactions are kept that were read from files. */
  reading: z.string().nullable(),
  papers: z.array(z.object({ key: z.string(), accountKey: z.string(), digest: z.string() })),
})

/** What a grant is here: where the things are kept that the person handed in. */
export type FileGrant = z.output<typeof grantSchema>

/** Null for whatever is no grant of ours. */
export const parseGrant = (grant: string): FileGrant | null => {
  try {
    return grantSchema.safeParse(JSON.parse(grant)).data ?? null
  } catch {
    return null
  }
}
