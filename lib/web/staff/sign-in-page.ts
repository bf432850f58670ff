import { callNextAuth, signingIn } from './call-next-auth.ts'
import { nextPath } from './sign-in-again.ts'

const problems = [
  'link',
  'sso',
  'session',
  'sso_mail',
  'sso_domain',
  'sso_cancelled',
  'sso_refused',
  'sso_client',
  'sso_lost',
  'sso_clock',
  'sso_down',
  'sso_untrusted',
  'sso_stranger',
  'sso_off',
] as const
/** Why somebody who meant to be elsewhere stands before the sign-in page. */
export type SignInProblem = (typeof problems)[number]

export const signInProblem = (problem: SignInProblem): string => `/admin/sign-in?problem=${problem}`

/** What next-auth calls an error is a link that did not work, or a provider. */
const problemOf = (params: URLSearchParams): SignInProblem | null => {
  const asked = problems.find((one) => one === params.get('problem'))
  if (asked) return asked
  if (params.get('error') === null) return null
  return params.get('error') === 'Verification' ? 'link' : 'sso'
}

export type SignInScene = {
  readonly csrfToken: string
  readonly cookies: readonly string[]
  readonly problem: SignInProblem | null
  /** Where to go on once signed in. */
  readonly next: string
  /** By a mailed link, whatever the domain of the address. */
  readonly isByMail: boolean
}

/** What the sign-in page needs: next-auth's token against forged forms, and the cookie that goes with it. */
export const signInScene = async (request: Request): Promise<SignInScene> => {
  const { body, cookies } = await callNextAuth({ request, action: ['csrf'] }, signingIn(request))
  const { csrfToken } = body as { csrfToken: string }
  const params = new URL(request.url).searchParams
  return {
    csrfToken,
    cookies,
    problem: problemOf(params),
    next: nextPath(params.get('next') ?? ''),
    isByMail: params.get('way') === 'mail',
  }
}
