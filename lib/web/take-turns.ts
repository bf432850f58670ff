import { takeTurn } from '#lib/db/take-turn.ts'
import { type TurnLimitName, turnLimits } from '#lib/db/turn-limits.ts'
import { clientAddress } from '#lib/kit/client-address.ts'
import { env } from '#lib/kit/env.ts'
import { AppError } from '#lib/kit/errors.ts'

type LimitedDoor = 'link' | 'identity' | 'code' | 'login' | 'search'
/** `tenant` is what names it at this door: its id, its slug where no visit is open yet, nothing where a token must be tried first. */
export type Who = { readonly tenant?: string; readonly sessionId?: string }

/** The peer has been added to the header by `tellPeerAddress`. */
export const addressOf = (request: Request): string =>
  clientAddress(request.headers.get('x-forwarded-for'), env().TRUSTED_PROXIES)

const take = async (name: TurnLimitName, key: string, detail: Record<string, unknown>): Promise<void> => {
  const turn = await takeTurn(name, turnLimits[name], key)
  const waitSeconds = Math.max(1, Math.ceil(turn.resetMs / 1_000))
  if (!turn.isAllowed) throw new AppError('too_many_requests', { limit: name, waitSeconds, ...detail })
}

/**
 * Counts a request at a limited door: for its address first, so that a stranger cannot use up what belongs to a
 * visit or a tenant. Throws `too_many_requests`.
 */
export const takeTurns = async (request: Request, door: LimitedDoor, who: Who): Promise<void> => {
  const { tenant, sessionId } = who
  const detail = sessionId ? { sessionId } : { slug: tenant ?? null }
  await take(`${door}.address`, addressOf(request), detail)
  if (door !== 'link' && sessionId) await take(`${door}.session`, sessionId, detail)
  if (tenant) await take(`${door}.tenant`, tenant, detail)
}

/** Counts somebody who asks for a sign-in link: for their address, then for the mail that it would go to. */
export const takeSignInTurn = async (request: Request, email: string): Promise<void> => {
  await take('sign_in.address', addressOf(request), {})
  await take('sign_in.email', email, {})
}

/** Counts somebody who is sent to the provider of a tenant: each time it is asked who it is. */
export const takeSsoTurn = (request: Request): Promise<void> =>
  take('sign_in.address', addressOf(request), {})

/** Counts somebody at the page of a setup link: for their address, then for the link once it is known to open. */
export const takeSetupTurn = (request: Request, linkId: string | null): Promise<void> =>
  linkId === null ? take('setup.address', addressOf(request), {}) : take('setup.link', linkId, { linkId })

/** Counts a try at a member's second factor, in whichever browser. */
export const takeFactorTurn = (memberId: string): Promise<void> =>
  take('factor.member', memberId, { memberId })
