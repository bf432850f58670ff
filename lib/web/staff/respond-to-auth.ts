import { AppError } from '#lib/kit/errors.ts'
import { seeOther } from '../respond.ts'
import { takeSignInTurn } from '../take-turns.ts'
import { type Answer, authFormOf, callNextAuth, signingIn } from './call-next-auth.ts'

const plain = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** With the cookies that next-auth sets; its redirects become 303 (F6). */
export const toResponse = ({ status, location, cookies, body }: Answer): Response => {
  const response =
    location === null
      ? new Response(JSON.stringify(body), {
          status,
          headers: { ...plain, 'content-type': 'application/json' },
        })
      : seeOther(location)
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

const open: readonly string[] = [
  'csrf',
  'session',
  'providers',
  'signin',
  'signout',
  'verify-request',
  'error',
]
const posted: readonly string[] = ['signin', 'signout']

/**
 * next-auth's own addresses under `/api/auth`. A mailed link is not spent here but by the button of its page, for
 * scanners of mail come by GET.
 */
export const respondToAuth = async (request: Request, path: string): Promise<Response> => {
  const action = path.split(',')
  const [verb = ''] = action
  const isPost = request.method === 'POST'
  if (!(isPost ? posted : open).includes(verb)) throw new AppError('not_found')
  const body = isPost ? await authFormOf(request) : {}
  if (isPost && verb === 'signin') await takeSignInTurn(request, (body.email ?? '').trim().toLowerCase())
  const query = Object.fromEntries(new URL(request.url).searchParams)
  return toResponse(await callNextAuth({ request, action, query, body }, signingIn(request)))
}
