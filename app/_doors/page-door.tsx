import { findProblemLook, type ProblemLook } from '#lib/flow/problem-look.ts'
import { errorTable } from '#lib/kit/errors.ts'
import { type Translate, translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { type DoorHandler, door, type Problem } from '#lib/web/door.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { ProblemPage } from '../_ui/problem-page.tsx'

/** What is not said by the error itself is tried again after two minutes. */
const waitSecondsOf = ({ detail }: Problem): number =>
  typeof detail.waitSeconds === 'number' ? detail.waitSeconds : 120

const visitPath = /^\/connect\/[^/]+/

/** To ask again is the same address, or after a form the visit that it belongs to. */
const retryPath = (request: Request): string | null => {
  const { pathname, search } = new URL(request.url)
  return request.method === 'GET' ? pathname + search : (visitPath.exec(pathname)?.[0] ?? null)
}

/** Null where only the person's link leads back in: then the text says so. */
const actionOf = ({ code }: Problem, request: Request, look: ProblemLook | null) => {
  const href = errorTable[code].retry ? retryPath(request) : (look?.restartPath ?? null)
  return href === null
    ? null
    : { next: errorTable[code].retry ? ('retry' as const) : ('restart' as const), href }
}

const textOf = (problem: Problem, t: Translate): string => {
  const minutes = Math.ceil(waitSecondsOf(problem) / 60)
  return problem.code === 'too_many_requests'
    ? t('errors.too_many_requests.text', { minutes })
    : t(`errors.${problem.code}.text`)
}

const problemPage = async (problem: Problem, request: Request): Promise<Response> => {
  const { code, detail } = problem
  const { status, retry } = errorTable[code]
  const look = await findProblemLook(detail)
  const language = look?.language ?? preferredLanguage(request)
  const t = translatorFor(language)
  const action = actionOf(problem, request, look)
  return respondWithPage({
    status,
    headers: retry ? { 'retry-after': String(waitSecondsOf(problem)) } : {},
    render: (nonce) => (
      <ProblemPage
        action={action && { label: t(`errors.actions.${action.next}`), href: action.href }}
        assets={assets()}
        language={language}
        nonce={nonce}
        t={t}
        text={textOf(problem, t)}
        title={t(`errors.${code}.title`)}
        {...(look ? { brand: look.brand } : {})}
      />
    ),
  })
}

/** A door that answers a person: whatever goes wrong becomes a page with a way on (law 5). */
export const pageDoor = (handler: DoorHandler) => door(problemPage, handler)
