import { z } from 'zod'
import { dayMs } from '#lib/kit/clock.ts'
import type { Id, SessionId, TenantId } from '#lib/kit/ids.ts'
import { prefillSchema } from './prefill.ts'

export const defaultLinkDays = 7
/** A link rests in a mailbox; one that worked for longer would open to whoever reads the mailbox then. */
export const mostLinkDays = 21

/** One personal link, without its token, which nobody but its holder knows. Instants are UTC. */
export type Link = {
  readonly id: Id<'lnk'>
  readonly tenantId: TenantId
  readonly language: 'en' | 'fr' | null
  readonly tag: string | null
  readonly returnUrl: string | null
  readonly isDemo: boolean
  readonly prefillSealed: Uint8Array<ArrayBuffer> | null
  /** The list that it was made from. */
  readonly batchId: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
  /** When a mail server took the mail with it, or refused it for good; both null where it was never mailed, and until then. */
  readonly sentAt: Date | null
  readonly sendFailedAt: Date | null
  readonly revokedAt: Date | null
  readonly redeemedAt: Date | null
  readonly redeemedSessionId: SessionId | null
  /** The connection that its visit is to bring back; null for a first one. */
  readonly repairsConnectionId: string | null
}

export type LinkStanding = 'open' | 'spent' | 'revoked' | 'expired'

/** What became of a link: once spent it stays so, and a link that was taken back is not merely old. */
export const standingOf = (
  link: Pick<Link, 'redeemedSessionId' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): LinkStanding => {
  if (link.redeemedSessionId !== null) return 'spent'
  if (link.revokedAt !== null) return 'revoked'
  return now >= link.expiresAt ? 'expired' : 'open'
}

/** What is asked of a new link. `days` it can be opened for, `prefill` what the tenant knows of the person. */
export const newLinkSchema = z.object({
  language: z.enum(['en', 'fr']).nullable().default(null),
  tag: z.string().trim().min(1).max(200).nullable().default(null),
  returnUrl: z.string().nullable().default(null),
  isDemo: z.boolean().default(false),
  days: z
    .number()
    .int('must be a whole number')
    .min(1, 'must be 1 at least')
    .max(mostLinkDays, `must be ${mostLinkDays} at most`)
    .default(defaultLinkDays),
  prefill: prefillSchema.nullable().default(null),
  repairsConnectionId: z.string().nullable().default(null),
  batchId: z.string().nullable().default(null),
})
export type NewLink = z.input<typeof newLinkSchema>
export type AskedLink = z.output<typeof newLinkSchema>

export const lifeMsOf = ({ days }: { readonly days: number }): number => days * dayMs
