import { type ChallengeScript, challengeScripts } from '../challenges.ts'
import type { LoginState } from '../login/progress.ts'

export type Said = {
  readonly status: number
  readonly body: LoginState & {
    readonly error?: { readonly code: string; readonly triesLeft?: number }
    readonly login?: LoginState
  }
}

type Asked = Extract<LoginState, { status: 'challenged' }>['challenges'][number]

/** The published answer to a question that came over the wire, in the form in which it goes back. */
export const rightAnswer = ({ id, options }: Asked) => {
  const script = Object.entries(challengeScripts).find(([name]) =>
    id.endsWith(`-${name}`),
  )?.[1] as ChallengeScript
  if (script.kind === 'approve_in_app') return { id, values: [] }
  if (script.kind === 'several_choices') return { id, values: [...script.right] }
  return { id, values: [script.right[0] ?? options[0]?.value ?? ''] }
}

/** Somebody at the bank's door over HTTP, who waits `patienceMs` for an answer. Every call but `login` takes the bearer it goes with. */
export const visitorOf = (url: string, patienceMs = 30_000) => {
  const call = async (method: string, path: string, bearer?: string, body?: unknown): Promise<Said> => {
    const response = await fetch(url + path, {
      method,
      ...(bearer ? { headers: { authorization: `Bearer ${bearer}` } } : {}),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    })
    return { status: response.status, body: (await response.json()) as Said['body'] }
  }
  return {
    call,
    login: (username: string, extra: Record<string, string> = {}) =>
      call('POST', '/api/login', undefined, {
        institution: 'FlinksCapital',
        username,
        password: 'Everyday',
        ...extra,
      }),
    answer: (session: string, answers: readonly { id: string; values: readonly string[] }[]) =>
      call('POST', '/api/login/answers', session, { answers }),
    poll: (session: string) => call('GET', '/api/login', session),
    accounts: async (token: string) => {
      const { body } = await call('GET', '/api/accounts', token)
      return (body as unknown as { accounts: Record<string, unknown>[] }).accounts
    },
  }
}

export type Visitor = ReturnType<typeof visitorOf>

/** The token of a persona that is asked nothing. */
export const tokenOf = async (
  visitor: Visitor,
  username: string,
  institution = 'FlinksCapital',
): Promise<string> => {
  const { body } = await visitor.login(username, { institution })
  if (body.status !== 'linked') throw new Error(`${username} is not linked at once`)
  return body.token
}
