import { randomBytes } from 'node:crypto'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server.edge'
import { type PagePolicy, securityHeaders } from './security-headers.ts'

export type Page = {
  readonly status?: number
  readonly mayFrame?: readonly string[]
  readonly formTargets?: readonly string[]
  readonly isInert?: boolean
  readonly headers?: Record<string, string>
  /** Given the nonce that every inline style and script of the document must carry. */
  readonly render: (nonce: string) => ReactElement
}

/** A page, rendered whole before the first byte leaves: what fails in it can still become an error page. */
export const respondWithPage = (page: Page): Response => {
  const nonce = randomBytes(16).toString('base64')
  const { mayFrame = [], formTargets = [], isInert = false } = page
  const policy: PagePolicy = { nonce, mayFrame, formTargets, isInert }
  const markup = Buffer.from(`<!doctype html>${renderToStaticMarkup(page.render(nonce))}`)
  return new Response(markup, {
    status: page.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // Known beforehand, so that nothing has to follow to say that this was all.
      'content-length': String(markup.byteLength),
      ...securityHeaders(policy),
      ...page.headers,
    },
  })
}

const plain = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

/** After a POST, and for a URL that is not due: a page to GET (F6: 303, never 307). */
export const seeOther = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { location, ...plain, ...headers } })

/** Where a dialect says 302: an address that the asker passes on. */
export const respondFound = (location: string): Response =>
  new Response(null, { status: 302, headers: { location, ...plain } })

export const respondWithJson = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { ...plain, 'x-content-type-options': 'nosniff' } })
