import type { Scene } from '#lib/flow/find-scene.ts'
import { errorTable } from '#lib/kit/errors.ts'
import { type Translate, translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { type DoorHandler, type DoorParams, door, type Problem } from '#lib/web/door.ts'
import { framingOf } from '#lib/web/framing.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { sceneFrom } from '#lib/web/scene-from.ts'
import { neutralBrand } from '../_ui/neutral-brand.ts'
import { ProblemPage } from '../_ui/problem-page.tsx'

/** What is not said by the error itself is tried again after two minutes. */
const waitSecondsOf = ({ detail }: Problem): number =>
  typeof detail.waitSeconds === 'number' ? detail.waitSeconds : 120

/** To ask again is the same address; after a form, and else, back into the visit or to the tenant's public link. */
const actionOf = ({ code }: Problem, request: Request, scene: Scene | null, t: Translate) => {
  const { pathname, search } = new URL(request.url)
  const { retry } = errorTable[code]
  if (retry && request.method === 'GET') return { label: t('errors.actions.retry'), href: pathname + search }
  // Who asked for a test is not led into a visit in earnest: the words say whom to ask.
  if (!scene?.way || code === 'demo_off') return null
  const { tenantName: tenant } = scene.brand
  return { label: t(`errors.actions.${retry ? 'retry' : scene.way.kind}`, { tenant }), href: scene.way.path }
}

const wordsOf = (problem: Problem, scene: Scene | null, t: Translate) => {
  const tenant = scene?.brand.tenantName ?? t('errors.someone')
  const minutes = Math.ceil(waitSecondsOf(problem) / 60)
  const isOver = problem.code === 'session_expired' && scene !== null
  const key = isOver && scene.isFinished ? 'finished' : problem.code
  const next = isOver && !scene.isFinished && scene.way === null ? t('errors.newLink', { tenant }) : null
  return { title: t(`errors.${key}.title`), text: t(`errors.${key}.text`, { tenant, minutes }), next }
}

/** In the tenant's brand and the visit's language, as far as the request proves that it belongs there. */
const problemPage = async (problem: Problem, request: Request, params: DoorParams): Promise<Response> => {
  const { status, retry } = errorTable[problem.code]
  // Where the database is out of reach, looking would only make the person wait.
  const scene = problem.code === 'unavailable' ? null : await sceneFrom(request, params)
  const language = scene?.language ?? preferredLanguage(request)
  const t = translatorFor(language)
  return respondWithPage({
    status,
    // Inside a frame trouble must be readable too, whoever frames it: a page about trouble holds nothing of a visit.
    mayFrame: framingOf(request).isFramed ? ['*'] : [],
    headers: retry ? { 'retry-after': String(waitSecondsOf(problem)) } : {},
    render: (nonce) => (
      <ProblemPage
        action={actionOf(problem, request, scene, t)}
        assets={assets()}
        brand={scene?.brand ?? neutralBrand}
        isDemo={problem.code !== 'demo_off' && (scene?.isDemo ?? false)}
        language={language}
        nonce={nonce}
        reference={scene?.reference ?? null}
        t={t}
        {...wordsOf(problem, scene, t)}
      />
    ),
  })
}

/** A door that answers a person: whatever goes wrong becomes a page with a way on (law 5). */
export const pageDoor = (handler: DoorHandler) => door(problemPage, handler)
