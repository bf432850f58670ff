import { z } from 'zod'

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** What the person says of themselves, as far as the tenant asks. The address is compared without case; the name is kept as typed. */
export const claimDetailsSchema = z.object({
  fullName: z
    .string()
    .transform(folded)
    .pipe(
      z
        .string()
        .min(2)
        .max(140)
        .regex(/^[^<>@\d]*\p{L}[^<>@\d]*$/u),
    )
    .optional(),
  email: z
    .string()
    .transform((text) => folded(text).toLowerCase())
    .pipe(z.email().max(254))
    .optional(),
})
export type ClaimDetails = z.output<typeof claimDetailsSchema>

/** `j•••@example.com`: enough to recognise, too little to learn (P4). */
export const maskEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@')
  return `${local.slice(0, 1)}•••@${domain}`
}
