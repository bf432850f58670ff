import pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { hmacSha256 } from '#lib/kit/crypto.ts'
import { env } from '#lib/kit/env.ts'
import type { TurnLimit } from './turn-limits.ts'

/** `left` of `of` turns in the present window, which ends in `resetMs`. */
export type Turn = {
  readonly isAllowed: boolean
  readonly of: number
  readonly left: number
  readonly resetMs: number
}

let pool: pg.Pool | null = null
const limiters = new Map<string, RateLimiterPostgres>()

const limiterOf = (name: string, limit: TurnLimit, points: number): RateLimiterPostgres => {
  const known = limiters.get(name)
  if (known) return known
  pool ??= new pg.Pool({ connectionString: env().DATABASE_URL, max: 3, allowExitOnIdle: true })
  const made = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'TurnCount',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: limit.seconds,
    // Whoever has used up the turns is refused from memory, so that a flood costs the database nothing.
    inMemoryBlockOnConsumed: points + 1,
  })
  limiters.set(name, made)
  return made
}

/** Under a key of this installation: from what is stored no address can be found by trying them all. */
const hidden = (key: string): string =>
  Buffer.from(hmacSha256(`turns ${env().KEY_ENCRYPTION_KEY}`, key)).toString('base64url')

const turnOf = (result: RateLimiterRes, of: number, isAllowed: boolean): Turn => ({
  isAllowed,
  of,
  left: Math.max(0, result.remainingPoints),
  resetMs: result.msBeforeNext,
})

/**
 * Takes one of the turns that `limit`, known as `name`, gives to `key`; every process on this database counts
 * together. `RATE_LIMIT_SCALE` widens limits that are shared, and 0 sets all aside.
 */
export const takeTurn = async (name: string, limit: TurnLimit, key: string): Promise<Turn> => {
  const scale = env().RATE_LIMIT_SCALE
  if (scale === 0) return { isAllowed: true, of: limit.turns, left: limit.turns, resetMs: 0 }
  const points = limit.isShared ? Math.max(1, Math.round(limit.turns * scale)) : limit.turns
  try {
    return turnOf(await limiterOf(name, limit, points).consume(hidden(key)), points, true)
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return turnOf(refused, points, false)
    throw refused
  }
}

export const closeTurnPool = async (): Promise<void> => {
  await pool?.end()
  pool = null
  limiters.clear()
}
