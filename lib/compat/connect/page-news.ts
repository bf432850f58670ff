import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import type { FrameDoor, FrameWishes } from '#lib/flow/frame-door.ts'
import type { OpenVisit } from '#lib/flow/open-visit.ts'
import type { StepView } from '#lib/flow/view.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import { listSessionEvents, markTold } from '#lib/sessions/session-store.ts'
import { codeOfFault } from '../fault-codes.ts'
import { type EventContext, eventsOf, type FrameEvent, type Happening, troubleEvent } from './events.ts'
import { tellEnding } from './tell-ending.ts'

/** What the server says to a page in a frame, which its script reads (app/_islands/speak-to-parent.ts). */
export type PageNews = {
  /** Origins that may hear; `parentOrigin` is the one that opened the frame, where the server knows it. */
  readonly origins: readonly string[]
  readonly parentOrigin: string | null
  readonly isText: boolean
  readonly isWebview: boolean
  readonly events: readonly FrameEvent[]
  /** What of the address does not count; told where the address asks for it. */
  readonly hints: readonly string[]
  /** The visit has ended: nothing is left to send. */
  readonly isOver: boolean
  /** Where the visit goes when all was told. */
  readonly goOn: { readonly url: string; readonly inFrame: boolean } | null
}

/** What the pages themselves have shown is for the tenant's own eyes; the page around hears of it when it is shown. */
const isForOthers = ({ name }: { readonly name: string }): boolean =>
  name !== 'step_shown' && name !== 'problem_shown'

/** What nobody around has been told yet, taken once: of two pages that come at once, one tells it. */
const takeHappenings = async ({ db, session }: OpenVisit): Promise<readonly Happening[]> => {
  const after = session.toldEventId
  const events = (await listSessionEvents(db, session.id, { limit: 200, after })).filter(isForOthers)
  const last = events.at(-1)
  if (!last || !(await markTold(db, session.id, after, last.id))) return []
  return events.map(({ name, detail }) => ({ name, detail: (detail ?? {}) as Happening['detail'] }))
}

const isFault = (text: string): text is FaultCode => text in faults

const contextOf = async ({ session }: OpenVisit): Promise<EventContext> => {
  const id = session.facts.institution?.institutionId
  const institution = id === undefined ? null : await findInstitution(id)
  return {
    institution: institution?.upstreamKey ?? null,
    isEnhanced: session.frame?.settings.enhancedMFA ?? false,
    accountIds: session.facts.accounts?.accountIds ?? [],
    codeOf: (fault) => (isFault(fault) ? codeOfFault(fault) : 'AGGREGATION_ERROR'),
  }
}

/** The news of a page of a visit as JSON, or null where the visit is in nobody's frame. */
export const newsOfPage = async (open: OpenVisit, view: StepView): Promise<string | null> => {
  const { session, policy } = open
  if (!session.frame) return null
  const { parentOrigin, settings } = session.frame
  const [happenings, context] = await Promise.all([takeHappenings(open), contextOf(open)])
  const isFirst = happenings.some(({ name }) => name === 'frame_opened')
  const hasJustEnded = happenings.some(({ name }) => name === 'visit_ended')
  const ending = session.endedAt === null ? null : await tellEnding(open)
  const news: PageNews = {
    origins: policy.allowedOrigins,
    parentOrigin,
    isText: settings.stringify,
    isWebview: settings.webview,
    events: [
      ...eventsOf(happenings, view, context),
      ...(ending && hasJustEnded ? [await ending.event()] : []),
    ],
    hints: isFirst ? session.frame.hints : [],
    isOver: ending !== null,
    goOn: ending && ending.url !== null ? { url: ending.url, inFrame: settings.innerRedirect } : null,
  }
  return JSON.stringify(news)
}

/**
 * The news of a page in a frame that has no visit: whom it may speak to, so that a window which goes on in its place can
 * speak through it.
 */
export const newsWithoutVisit = (
  { policy }: FrameDoor,
  { origin, settings, hints }: FrameWishes,
  trouble: string,
): string => {
  const origins = policy.allowedOrigins
  const news: PageNews = {
    origins,
    parentOrigin: origin !== null && origins.includes(origin) ? origin : null,
    isText: settings.stringify,
    isWebview: settings.webview,
    events: [...(trouble === 'token_refused' ? [{ step: 'TOKEN_INVALID' }] : []), troubleEvent(trouble)],
    hints: hints ?? [],
    isOver: true,
    goOn: null,
  }
  return JSON.stringify(news)
}
