import { frameCookieFrom } from './frame-cookie.ts'
import { proofFrom } from './session-cookie.ts'

/** What a request tells of the page around: whether there is one, and its origin where the browser says it. */
export type Framing = { readonly isFramed: boolean; readonly origin: string | null }

const originOf = (referer: string | null): string | null =>
  referer !== null && URL.canParse(referer) ? new URL(referer).origin : null

/** The page around is the referrer of a frame's first page; our own pages send none. */
export const framingOf = (request: Request): Framing => ({
  isFramed: /^(iframe|frame)$/.test(request.headers.get('sec-fetch-dest') ?? ''),
  origin: originOf(request.headers.get('referer')),
})

/** The same with what the trial cookie says: all that the doors of a frame know of the page around. */
export const aroundOf = (
  request: Request,
): Framing & {
  readonly cookie: string | null
  readonly proofOf: (sessionId: string) => string | null
} => ({
  ...framingOf(request),
  cookie: frameCookieFrom(request),
  proofOf: (sessionId) => proofFrom(request, sessionId),
})
