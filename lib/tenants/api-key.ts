import { z } from 'zod'
import type { ApiKeyId, TenantId } from '#lib/kit/ids.ts'

/** What a key may be allowed, one word a verb; lib/web/api/operations.ts says which verb asks for which. */
export const apiScopes = [
  'links:read',
  'links:write',
  'sessions:read',
  'connections:read',
  'connections:write',
  'consents:read',
  'consents:write',
  'webhooks:read',
  'webhooks:write',
] as const
export type ApiScope = (typeof apiScopes)[number]

const scopeSchema = z.enum(apiScopes)

/** A key as it may be shown: its secret is known to its holder alone. */
export type ApiKey = {
  readonly id: ApiKeyId
  readonly tenantId: TenantId
  readonly label: string
  /** A test key sees and makes only what is test. */
  readonly mode: 'test' | 'live'
  readonly scopes: readonly ApiScope[]
  readonly hint: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  /** Set once another key has taken its place: it works until then. */
  readonly endsAt: Date | null
  readonly revokedAt: Date | null
}

/** Neither revoked nor past the end that a successor gave it. */
export const isLive = ({ revokedAt, endsAt }: ApiKey, now: Date): boolean =>
  revokedAt === null && (endsAt === null || now < endsAt)

/** The prefix tells scanners of repositories, and a hurried reader, what they have found. */
export const prefixOf = (mode: ApiKey['mode']): string => `portico_${mode}_`

export const newApiKeySchema = z.object({
  label: z.string().trim().min(1, 'must say what the key is for').max(80),
  mode: z.enum(['test', 'live']),
  scopes: z
    .array(scopeSchema)
    .min(1, 'must name one at least')
    .transform((scopes) => [...new Set(scopes)]),
})
export type NewApiKey = z.input<typeof newApiKeySchema>

/** Scopes as they were stored; one that this version no longer knows allows nothing. */
export const parseScopes = (stored: readonly string[]): ApiScope[] =>
  stored.flatMap((scope) => scopeSchema.safeParse(scope).data ?? [])
