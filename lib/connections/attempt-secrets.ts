import { z } from 'zod'
import { type Challenge, challengeKinds } from '#lib/connectors/contract.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import type { AttemptRow } from './attempt-store.ts'

const place = (column: string, row: string) => ({ table: 'Attempt', column, row })

export const credentialsSchema = z.object({
  username: z.string(),
  password: z.string(),
  language: z.enum(['en', 'fr']),
  /** The person signed in at the bank's own page: `username` is the bank's word for them, and no password is known. */
  isAtBank: z.literal(true).optional(),
  /** Security questions and their answers, kept where the tenant asked for it: a bank that asks again is answered. */
  answers: z.record(z.string(), z.string()).optional(),
})
export type Credentials = z.output<typeof credentialsSchema>

const challengesSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(challengeKinds),
    prompt: z.string(),
    language: z.enum(['en', 'fr']),
    options: z.array(z.object({ value: z.string(), label: z.string(), image: z.string().optional() })),
    isOneTimeCode: z.boolean(),
    canResend: z.literal(true).optional(),
    link: z.url({ protocol: /^https?$/ }).optional(),
  }),
)

export const sealCredentials = (db: TenantDb, id: string, credentials: Credentials): Promise<Bytes> =>
  seal(db, place('pendingSealed', id), JSON.stringify(credentials))

export const openCredentials = async (db: TenantDb, attempt: AttemptRow): Promise<Credentials | null> =>
  attempt.pendingSealed &&
  credentialsSchema.parse(
    JSON.parse(await open(db, place('pendingSealed', attempt.id), attempt.pendingSealed)),
  )

export const sealState = (db: TenantDb, id: string, state: string): Promise<Bytes> =>
  seal(db, place('stateSealed', id), state)

export const openState = async (db: TenantDb, attempt: AttemptRow): Promise<string | null> =>
  attempt.stateSealed && open(db, place('stateSealed', attempt.id), attempt.stateSealed)

const bankPageSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  state: z.string(),
  goodUntil: z.coerce.date().nullable(),
})
/** Where a redirected attempt has sent the person: `state` is the connector's own, past `goodUntil` the address leads nowhere. */
export type BankPage = z.output<typeof bankPageSchema>

export const sealBankPage = (db: TenantDb, id: string, page: BankPage): Promise<Bytes> =>
  sealState(db, id, JSON.stringify(page))

export const openBankPage = async (db: TenantDb, attempt: AttemptRow): Promise<BankPage | null> => {
  const sealed = attempt.status === 'redirected' ? await openState(db, attempt) : null
  return sealed === null ? null : bankPageSchema.parse(JSON.parse(sealed))
}

export const sealChallenges = (db: TenantDb, id: string, list: readonly Challenge[]): Promise<Bytes> =>
  seal(db, place('challengesSealed', id), JSON.stringify(list))

export const openChallenges = async (db: TenantDb, attempt: AttemptRow): Promise<readonly Challenge[]> =>
  attempt.challengesSealed
    ? (challengesSchema.parse(
        JSON.parse(await open(db, place('challengesSealed', attempt.id), attempt.challengesSealed)),
      ) as Challenge[])
    : []

/** What an attempt that is over no longer holds. */
export const noSecrets = { pendingSealed: null, stateSealed: null, challengesSealed: null } as const
