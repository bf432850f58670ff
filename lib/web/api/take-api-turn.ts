import { type Turn, takeTurn } from '#lib/db/take-turn.ts'
import { type TurnLimitName, turnLimits } from '#lib/db/turn-limits.ts'
import { AppError } from '#lib/kit/errors.ts'
import { addressOf } from '../take-turns.ts'

const claim = (name: TurnLimitName, turn: Turn, detail: Record<string, unknown>): void => {
  const waitSeconds = Math.max(1, Math.ceil(turn.resetMs / 1_000))
  if (!turn.isAllowed) throw new AppError('too_many_requests', { limit: name, waitSeconds, ...detail })
}

/** So that a caller can slow down before it is refused. */
const headersOf = ({ of, left, resetMs }: Turn): Record<string, string> => ({
  'ratelimit-limit': String(of),
  'ratelimit-remaining': String(left),
  'ratelimit-reset': String(Math.ceil(resetMs / 1_000)),
})

/** Counts a request of a key. `claim` throws `too_many_requests`; the headers are for every answer, that one too. */
export const takeKeyTurn = async (
  keyId: string,
): Promise<{ readonly headers: Record<string, string>; readonly claim: () => void }> => {
  const turn = await takeTurn('api.key', turnLimits['api.key'], keyId)
  return { headers: headersOf(turn), claim: () => claim('api.key', turn, { keyId }) }
}

/** Counts a request without a key of ours, by its address. */
export const takeRefusedTurn = async (request: Request): Promise<void> => {
  const turn = await takeTurn('api.refused', turnLimits['api.refused'], addressOf(request))
  claim('api.refused', turn, {})
}
