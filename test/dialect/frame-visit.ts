import { leaveVisit } from '#lib/compat/connect/leave-visit.ts'
import { newsOfPage } from '#lib/compat/connect/page-news.ts'
import { readParameters } from '#lib/compat/connect/parameters.ts'
import { type FrameWishes, findFrameDoor } from '#lib/flow/frame-door.ts'
import { openFrame } from '#lib/flow/open-frame.ts'
import { type OpenVisit, openVisit } from '#lib/flow/open-visit.ts'
import { submitStep } from '#lib/flow/submit-step.ts'
import { viewStep } from '#lib/flow/view-step.ts'
import { currentStep } from '#lib/journey/journey.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import type { BuiltTenant } from '#prisma/builders/a-tenant.ts'

type Told = { readonly step: string } & Readonly<Record<string, unknown>>
export type FrameKey = { readonly id: string; readonly proof: string }

/** Opens a visit as a frame does, with the parameters that stand in its address. */
export const openFramed = async (
  { slug }: BuiltTenant,
  query: Readonly<Record<string, string>>,
  wished: Partial<FrameWishes> = {},
) => {
  const { settings, hints, get } = readParameters(new URLSearchParams(query))
  const wishes: FrameWishes = {
    slug,
    host: '',
    origin: null,
    isFramed: true,
    language: get('language'),
    isDemo: true,
    tag: get('tag'),
    redirectUrl: get('redirectUrl'),
    device: null,
    authorizeToken: get('authorizeToken'),
    institution: null,
    loginId: get('loginId'),
    settings,
    hints,
    proofOf: () => null,
    ...wished,
  }
  const door = await findFrameDoor(wishes)
  if (!door) throw new Error(`nobody has the name ${slug}`)
  const opened = await openFrame(door, wishes)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value
}

export const visitOf = async ({ id, proof }: FrameKey): Promise<OpenVisit> => {
  const open = await openVisit(id, proof)
  if (!open.ok) throw new Error(open.reason)
  return open.value
}

const formOf = (fields: Readonly<Record<string, string | readonly string[]>>) => ({
  get: (name: string) => [fields[name] ?? ''].flat()[0] ?? '',
  all: (name: string) => [fields[name] ?? []].flat(),
})

/** What the page that is due shows. */
export const showFramed = async (key: FrameKey) => {
  const open = await visitOf(key)
  const viewed = await viewStep(open, currentStep(open.visit), { get: () => null })
  if (!viewed.ok) throw new Error(`not due: ${viewed.reason}`)
  return viewed.value
}

/** What the page around is told by the page that is due. */
export const hearFramed = async (key: FrameKey): Promise<Told[]> => {
  const { view } = await showFramed(key)
  const news = await newsOfPage(await visitOf(key), view)
  return news === null ? [] : JSON.parse(news).events
}

/** Sends the form of the step that is due, as its page would; says which is due then. */
export const sendFramed = async (
  key: FrameKey,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<string> => {
  const { frame } = await showFramed(key)
  const form = formOf({ seen: frame.seen, ...fields })
  return (await submitStep(await visitOf(key), key.proof, frame.step, form)).step
}

/** Sends a form that is no longer, or not yet, due. */
export const sendLate = async (
  key: FrameKey,
  step: StepId,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<string> => (await submitStep(await visitOf(key), key.proof, step, formOf(fields))).step

/** Gives the consent that is asked, with nothing optional. */
export const agreeFramed = async (key: FrameKey): Promise<string> => {
  const { view } = await showFramed(key)
  if (view.step !== 'consent') throw new Error(`${view.step} is due`)
  return sendFramed(key, { decision: 'agree', document: view.documentHash })
}

/** Chooses the first account that may be chosen. */
export const shareFramed = async (key: FrameKey): Promise<string> => {
  const { view } = await showFramed(key)
  if (view.step !== 'accounts') throw new Error(`${view.step} is due`)
  const account = view.accounts.find(({ unavailable }) => unavailable === null)
  return sendFramed(key, { account: account?.id ?? '' })
}

/** From the consent to the end, as a person whom the bank asks nothing. */
export const finishFramed = async (key: FrameKey, username: string): Promise<Told | undefined> => {
  if ((await showFramed(key)).view.step === 'consent') await agreeFramed(key)
  if ((await showFramed(key)).view.step === 'institution') await sendFramed(key, { institutionId: '14' })
  await sendFramed(key, { username, password: 'Everyday' })
  if ((await showFramed(key)).view.step === 'accounts') await shareFramed(key)
  await leaveVisit(await visitOf(key), key.proof)
  return (await hearFramed(key)).at(-1)
}
