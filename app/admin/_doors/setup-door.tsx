import type { ReactNode } from 'react'
import type { SetupDesk } from '#lib/console/sign-on/setup-desk.ts'
import { type Language, type Translate, translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { door } from '#lib/web/door.ts'
import { type Form, readForm } from '#lib/web/read-form.ts'
import { respondWithPage, seeOther } from '#lib/web/respond.ts'
import { requireSetup, setupLanguage } from '#lib/web/staff/setup-visit.ts'
import { SetupDocument } from '../setup/_ui/setup-document.tsx'
import { consoleProblem } from './console-door.tsx'

/** What the page of a setup link is given: no session, and nothing of its tenant but the name and the provider. */
export type SetupScene = {
  readonly request: Request
  readonly token: string
  readonly desk: SetupDesk
  readonly language: Language
  readonly t: Translate
}

export type SetupView = {
  readonly status?: number
  readonly title: string
  readonly lead: ReactNode
  readonly body?: ReactNode
}

export const respondWithSetup = (request: Request, viewIn: (t: Translate) => SetupView): Response => {
  const language = setupLanguage(request)
  const t = translatorFor(language)
  const { status = 200, ...view } = viewIn(t)
  const { pathname } = new URL(request.url)
  // A form that came back is no page to ask for: in the other language one is at its beginning again.
  const path = pathname.replace(/\/(?:check|close)$/, '')
  return respondWithPage({
    status,
    render: (nonce) => (
      <SetupDocument assets={assets()} language={language} nonce={nonce} path={path} t={t} {...view} />
    ),
  })
}

/** The same for each link that opens nothing: a stranger learns no more (S4). */
const gonePage = (request: Request): Response =>
  respondWithSetup(request, (t) => ({
    status: 410,
    title: t('console.setup.goneTitle'),
    lead: t('console.setup.goneText'),
  }))

/** A door for whoever holds a setup link, in whichever browser. */
const setupDoor = (handler: (scene: SetupScene) => Promise<Response>) =>
  door(
    async (problem, request, params) =>
      problem.code === 'link_expired' ? gonePage(request) : consoleProblem(problem, request, params),
    async (request, { token = '' }) => {
      const desk = await requireSetup(request, token)
      const language = setupLanguage(request)
      return handler({ request, token, desk, language, t: translatorFor(language) })
    },
  )

export const setupPage = (show: (scene: SetupScene) => Promise<SetupView>) =>
  setupDoor(async (scene) => {
    const view = await show(scene)
    return respondWithSetup(scene.request, () => view)
  })

/** How its forms end: at an address, or back, showing what cannot be taken. */
export type SetupEnd = { readonly to: string } | SetupView

export const setupForm = (act: (scene: SetupScene & { readonly form: Form }) => Promise<SetupEnd>) =>
  setupDoor(async (scene) => {
    const end = await act({ ...scene, form: await readForm(scene.request) })
    return 'to' in end ? seeOther(end.to) : respondWithSetup(scene.request, () => ({ status: 422, ...end }))
  })
