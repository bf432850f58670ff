import { type NextRequest, NextResponse } from 'next/server'
import { mintNonce, pageHeaders } from './login/view.ts'

/** The only documented way to a nonce on App Router pages. */
export function proxy(request: NextRequest) {
  const nonce = mintNonce()
  const csp = pageHeaders(nonce)['content-security-policy'] ?? ''
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', csp)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', csp)
  return response
}

export const config = { matcher: '/page-nonce/:id*' }
