import { longestVisitMinutes } from '#lib/tenants/visit-limits.ts'

/**
 * One cookie a visit, so that several visits live in one browser. `__Host-` binds it to this host over TLS (or
 * loopback); scripts cannot read it; SameSite=None lets the bank send the person back and a frame carry it.
 */
const nameOf = (sessionId: string): string => `__Host-${sessionId}`

export const sessionCookie = (sessionId: string, proof: string): string =>
  `${nameOf(sessionId)}=${proof}; Path=/; Max-Age=${longestVisitMinutes * 60}; HttpOnly; Secure; SameSite=None`

/** What this browser sent under `name`, or null. */
export const cookieFrom = (request: Request, name: string): string | null => {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || null
}

/** More visits than anybody has at once; what is older than these is not looked at. */
const mostVisits = 5

export type HeldProof = { readonly sessionId: string; readonly proof: string }

/** The proofs that this browser holds, newest visit first: ids sort by their time. */
export const heldProofs = (request: Request): readonly HeldProof[] =>
  [...(request.headers.get('cookie') ?? '').matchAll(/__Host-(ses_\w+)=([\w-]+)/g)]
    .map(([, sessionId = '', proof = '']) => ({ sessionId, proof }))
    .sort((a, b) => (a.sessionId < b.sessionId ? 1 : -1))
    .slice(0, mostVisits)

/** The proof that this browser holds for the visit, or null. */
export const proofFrom = (request: Request, sessionId: string): string | null =>
  cookieFrom(request, nameOf(sessionId))
