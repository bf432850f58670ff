import { z } from 'zod'

const at = z.iso.datetime()

/**
 * What the person has done in a visit, each fact with its instant. Ids only: what they typed stands sealed elsewhere.
 * There is no "current step" here; steps.ts derives it.
 */
export const factsSchema = z.object({
  identity: z.object({ at, claimId: z.string() }).optional(),
  verified: z.object({ at, claimId: z.string() }).optional(),
  consent: z
    .object({
      at,
      consentId: z.string(),
      decision: z.enum(['given', 'declined']),
      optional: z.array(z.string()),
    })
    .optional(),
  /** `byFiles`: the person brings files of it in place of signing in there. */
  institution: z
    .object({ at, institutionId: z.number().int(), byFiles: z.literal(true).optional() })
    .optional(),
  attempt: z.object({ at, attemptId: z.string() }).optional(),
  accounts: z.object({ at, accountIds: z.array(z.string()) }).optional(),
})

export type Facts = z.output<typeof factsSchema>
export type FactName = keyof Facts
