import NextAuth from 'next-auth'
import { readForm } from '../read-form.ts'
import type { SigningIn } from './auth-adapter.ts'
import { authOptions } from './auth-options.ts'
import { deviceOf } from './device-of.ts'

type Call = {
  readonly request: Request
  /** `['signin', 'email']` */
  readonly action: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, string>>
}

export type Answer = {
  readonly status: number
  readonly location: string | null
  readonly cookies: readonly string[]
  readonly body: unknown
}

const cookiesOf = (request: Request): Record<string, string> =>
  Object.fromEntries(
    (request.headers.get('cookie') ?? '').split(';').flatMap((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())]]
    }),
  )

/** What next-auth expects of an answer: it writes here and we read. */
const recorder = () => {
  const headers = new Map<string, string | string[]>()
  const kept: { status: number; body: unknown } = { status: 200, body: null }
  const answer = {
    status: (code: number) => {
      kept.status = code
      return answer
    },
    setHeader: (name: string, value: string | string[]) => {
      headers.set(name.toLowerCase(), value)
      return answer
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    json: (body: unknown) => {
      kept.body = body
    },
    send: (body: unknown) => {
      kept.body = body
    },
    end: () => undefined,
  }
  const read = (): Answer => ({
    status: kept.status,
    body: kept.body,
    location: (headers.get('location') as string | undefined) ?? null,
    cookies: [headers.get('set-cookie') ?? []].flat(),
  })
  return { answer, read }
}

/** One call of next-auth, without its own reading of requests: bodies are bounded and parsed as everywhere. */
export const callNextAuth = async (call: Call, state: SigningIn): Promise<Answer> => {
  const { request, action, query = {}, body = {} } = call
  const { answer, read } = recorder()
  const asked = {
    query: { ...query, nextauth: [...action] },
    body,
    cookies: cookiesOf(request),
    headers: Object.fromEntries(request.headers),
    method: request.method,
  }
  await NextAuth(asked as never, answer as never, authOptions(state))
  return read()
}

export const signingIn = (request: Request): SigningIn => ({
  device: deviceOf(request.headers.get('user-agent')),
  ssoTenantId: null,
  isVouched: false,
  isByOperator: false,
  member: null,
})

/** The fields of a form that next-auth reads. */
export const authFormOf = async (request: Request): Promise<Record<string, string>> => {
  const form = await readForm(request)
  const names = ['csrfToken', 'email', 'callbackUrl']
  return Object.fromEntries(names.map((name) => [name, form.get(name)]).filter(([, value]) => value !== ''))
}
