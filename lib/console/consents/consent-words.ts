import { z } from 'zod'

const text = z.string().nullable().default(null)

/** The words that were agreed to, of whatever version: what an older one lacks is null. */
const consentWordsSchema = z.object({
  policyId: text,
  tenantName: text,
  institutionName: text,
  title: text,
  introduction: text,
  scopes: z
    .array(
      z.object({
        scope: z.string(),
        title: text,
        description: text,
        purpose: text,
        permissions: z.array(z.string()).default([]),
        requiredReason: text,
        withIt: text,
        withoutIt: text,
        notGiven: text,
        keptText: text,
      }),
    )
    .default([]),
  durationText: text,
  recipients: z.array(z.string()).default([]),
  recipientsText: text,
  holderCheckText: text,
  withdrawText: text,
  noPasswordText: text,
  notices: z
    .object({ privacyUrl: z.string(), termsUrl: z.string(), complaintsUrl: z.string() })
    .nullable()
    .default(null),
  agreedTermsUrl: text,
})
export type ConsentWords = z.output<typeof consentWordsSchema>

/** Null where the words were the business's own: of a consent that it attested. */
export const readConsentWords = (document: unknown): ConsentWords | null =>
  consentWordsSchema.safeParse(document).data ?? null

/** The version of the flow policy that asked; documents of attested consents name it too. */
export const policyIdOf = (document: unknown): string | null =>
  z.object({ policyId: z.string() }).safeParse(document).data?.policyId ?? null
