import type { Desk, SignedIn } from '#lib/console/desk.ts'
import { mustProveSelf } from '#lib/console/enter-desk.ts'
import type { StaffAction } from '#lib/console/permissions.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import type { DoorParams } from '#lib/web/door.ts'
import { type Form, readForm } from '#lib/web/read-form.ts'
import { readUpload, type Upload } from '#lib/web/read-upload.ts'
import { seeOther } from '#lib/web/respond.ts'
import { type FlashKey, flashCookie } from '#lib/web/staff/flash-cookie.ts'
import { requireDesk } from '#lib/web/staff/require-staff.ts'
import { comeBySso, proveFirst, signInAgain } from '#lib/web/staff/sign-in-again.ts'
import { consoleLanguage, signedInFrom } from '#lib/web/staff/signed-in-from.ts'
import { consoleDoor } from './console-door.tsx'
import { type ConsoleView, respondWithConsole } from './respond-with-console.tsx'

export type Visit = { readonly request: Request; readonly params: DoorParams; readonly signedIn: SignedIn }

/** What a page or a form of a tenant's console is given. */
export type StaffScene<Action extends StaffAction> = {
  readonly request: Request
  readonly params: DoorParams
  readonly desk: Desk<Action>
  readonly language: Language
  readonly t: Translate
}

/** A door that says itself which action it asks for: what is proven of every door reads it there. */
const declaring = <Action extends StaffAction, Door extends object>(action: Action, made: Door) =>
  Object.assign(made, { action })

/** Does `then` at the desk, or leads to what is due first. */
const atDesk = async <Action extends StaffAction>(
  visit: Visit,
  action: Action,
  then: (scene: StaffScene<Action>) => Promise<Response>,
): Promise<Response> => {
  const { request, params, signedIn } = visit
  const { tenantSlug = '' } = params
  const language = consoleLanguage(request, signedIn)
  const entered = await requireDesk(signedIn, tenantSlug, action)
  if (entered.ok) return then({ request, params, desk: entered.value, language, t: translatorFor(language) })
  return entered.reason === 'sso_due' ? comeBySso(request, tenantSlug) : proveFirst(request)
}

/** A door for members alone: who is not signed in is led to do so and then back. */
export const memberDoor = (handler: (visit: Visit) => Promise<Response>) =>
  consoleDoor(async (request, params) => {
    const signedIn = await signedInFrom(request)
    return signedIn ? handler({ request, params, signedIn }) : signInAgain(request)
  })

/** A door for what a member has of their own: whoever has a second factor shows it first. */
export const ownDoor = (handler: (visit: Visit) => Promise<Response>) =>
  memberDoor(async (visit) =>
    (await mustProveSelf(visit.signedIn)) ? proveFirst(visit.request) : handler(visit),
  )

/** A page under `/admin/[tenantSlug]` for whoever may do `action` there. It may also answer with a file. */
export const staffPage = <Action extends StaffAction>(
  action: Action,
  show: (scene: StaffScene<Action>) => Promise<ConsoleView | Response>,
) =>
  declaring(
    action,
    memberDoor((visit) =>
      atDesk(visit, action, async (scene) => {
        const shown = await show(scene)
        return shown instanceof Response ? shown : respondWithConsole(scene, shown)
      }),
    ),
  )

/** How a form ends: on to a page, with a word of what was done; or back, showing what cannot be taken. */
export type FormEnd =
  | {
      readonly to: string
      readonly flash?: FlashKey
      /** What it was done to, where that can be taken back. */
      readonly subject?: string
    }
  | ConsoleView
  | Response

const answer = (scene: StaffScene<never>, end: FormEnd): Response => {
  if (end instanceof Response) return end
  if (!('to' in end)) return respondWithConsole(scene, { status: 422, ...end })
  return seeOther(end.to, end.flash ? { 'set-cookie': flashCookie(end.flash, end.subject) } : {})
}

/** The same for a form that carries a file. */
export const staffUpload = <Action extends StaffAction>(
  action: Action,
  act: (scene: StaffScene<Action> & Upload) => Promise<FormEnd>,
) =>
  declaring(
    action,
    memberDoor((visit) =>
      atDesk(visit, action, async (scene) =>
        answer(scene, await act({ ...scene, ...(await readUpload(visit.request)) })),
      ),
    ),
  )

/** A form under `/admin/[tenantSlug]` for whoever may do `action` there. */
export const staffForm = <Action extends StaffAction>(
  action: Action,
  act: (scene: StaffScene<Action> & { readonly form: Form }) => Promise<FormEnd>,
) =>
  declaring(
    action,
    memberDoor((visit) =>
      atDesk(visit, action, async (scene) =>
        answer(scene, await act({ ...scene, form: await readForm(visit.request) })),
      ),
    ),
  )
