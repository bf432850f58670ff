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

type Counted = { readonly headers: Record<string, string>; readonly claim: () => void }

const count = async (name: 'api.key' | 'scim.token', keyId: string): Promise<Counted> => {
  const turn = await takeTurn(name, turnLimits[name], keyId)
  return { headers: headersOf(turn), claim: () => claim(name, turn, { keyId }) }
}

/** Counts a request of a key. `claim` throws `too_many_requests`; the headers are for every answer, that one too. */
export const takeKeyTurn = (keyId: string): Promise<Counted> => count('api.key', keyId)

/** The same for the token of a tenant's provider. */
export const takeScimTurn = (tokenId: string): Promise<Counted> => count('scim.token', tokenId)

/** Counts a request without a key of ours, by its address. */
export const takeRefusedTurn = async (request: Request): Promise<void> => {
  const turn = await takeTurn('api.refused', turnLimits['api.refused'], addressOf(request))
  claim('api.refused', turn, {})
}
