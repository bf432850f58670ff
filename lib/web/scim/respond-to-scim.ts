import { findScimCaller, type Provider } from '#lib/console/provisioning/find-scim-caller.ts'
import { AppError, errorCodeOf, errorTable } from '#lib/kit/errors.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { log } from '#lib/kit/log.ts'
import { takeRefusedTurn, takeScimTurn } from '../api/take-api-turn.ts'
import { readScimBody } from './read-scim-body.ts'
import { answerOf, fault, type Replied } from './scim-answer.ts'
import { verbsAt } from './scim-verbs.ts'

const bearer = /^Bearer +([\x21-\x7e]{1,200})$/i

/** `/scim/v2/:tenantSlug/…`, in its parts; an id of a schema may come with its colons written otherwise. */
const partsOf = (request: Request): readonly string[] =>
  new URL(request.url).pathname.replaceAll(/%3a/gi, ':').replace(/\/$/, '').split('/').slice(3)

const authenticate = async (request: Request, slug: string, now: Date) => {
  const secret = bearer.exec(request.headers.get('authorization') ?? '')?.[1]
  const caller = secret === undefined ? null : await findScimCaller(secret, slug, now)
  if (caller) return caller
  await takeRefusedTurn(request)
  return null
}

const unverified = fault(
  403,
  'The domain of this team is not verified just now. Whoever looks after it finds the record to set under Single sign-on.',
)

const reply = async (request: Request, headers: Record<string, string>, now: Date): Promise<Replied> => {
  const [slug = '', ...path] = partsOf(request)
  const caller = await authenticate(request, slug, now)
  if (!caller) {
    headers['www-authenticate'] = 'Bearer realm="portico"'
    return fault(401, 'The token is missing, not known here, or was replaced.')
  }
  const turn = await takeScimTurn(caller.tokenId)
  Object.assign(headers, turn.headers)
  turn.claim()
  if (caller.domain === null) return unverified
  const place = verbsAt(path)
  if (!place) return fault(404, 'There is nothing at this address.')
  const verb = place.verbs[request.method === 'HEAD' ? 'GET' : request.method]
  if (!verb) {
    headers.allow = Object.keys(place.verbs).join(', ')
    return fault(405, 'This address does not take this method.')
  }
  const body = await readScimBody(request)
  if (!body.ok) return body
  const query = new URL(request.url).searchParams
  return verb({ provider: caller as Provider, query, id: place.id, body: body.value, now })
}

const failing = (thrown: unknown, requestId: string, headers: Record<string, string>): Replied => {
  const code = errorCodeOf(thrown)
  const detail = thrown instanceof AppError ? thrown.detail : {}
  const { name, message, stack } = thrown as Error
  if (errorTable[code].isExpected) log('info', 'refused', { code, requestId, ...detail })
  else log('error', 'failed', { code, requestId, name, message, stack, ...detail })
  const seconds = typeof detail.waitSeconds === 'number' ? detail.waitSeconds : 5
  if (errorTable[code].retry) headers['retry-after'] = String(seconds)
  return fault(errorTable[code].status, translatorFor('en')(`errors.${code}.title`))
}

/** One request of a tenant's provider, from the token to the answer. Whatever is thrown leaves in the shape of SCIM. */
export const respondToScim = async (request: Request, now = new Date()): Promise<Response> => {
  const requestId = mintGuid()
  const headers: Record<string, string> = {
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  }
  const replied = await reply(request, headers, now).catch((thrown) => failing(thrown, requestId, headers))
  return answerOf(replied, headers)
}
