import { errors, type InteractionResults } from 'oidc-provider'
import type { VisitView } from '../pages/visit-frame.ts'
import { type Reply, seeOther } from '../reply.ts'
import type { BankRequest } from '../router.ts'
import type { BankWorld } from '../world.ts'
import { type Door, keep } from './door.ts'
import { wishedLanguage } from './wished-language.ts'

export type OpenVisit = {
  readonly door: Door
  readonly uid: string
  readonly clientId: string
  readonly params: Readonly<Record<string, unknown>>
  readonly sessionId: string | null
  readonly view: VisitView
  readonly raw: BankRequest['raw']
}

/** The visit of this browser, by the cookie that the library gave it; null when there is none or it is over. */
export const openVisit = async (world: BankWorld, request: BankRequest): Promise<OpenVisit | null> => {
  const door = world.doors.find(({ name }) => name === request.params.door)
  const { message, response } = request.raw
  const found = await door?.provider.interactionDetails(message, response).catch((error: unknown) => {
    if (error instanceof errors.SessionNotFound) return null
    throw error
  })
  if (!door || !found || found.uid !== request.params.uid) return null
  const { uid, params } = found
  const known = door.desk.visits.get(uid)
  const isAskingOther = request.query.language !== undefined
  const language = known && !isAskingOther ? known.language : wishedLanguage(request, params.ui_locales)
  const sessionId = known?.sessionId ?? null
  keep(door.desk.visits, uid, { language, sessionId })
  const clientId = String(params.client_id)
  const client = await door.provider.Client.find(clientId)
  const view = {
    bank: door.institution.name,
    client: client?.clientName ?? clientId,
    language,
    path: `/oauth/${door.name}/interaction/${uid}`,
  }
  return { door, uid, clientId, params, sessionId, view, raw: request.raw }
}

/** Tells the library how the visit ended; the browser goes on to the portal. */
export const endVisit = async (
  world: BankWorld,
  { door, uid, sessionId, raw }: OpenVisit,
  result: InteractionResults,
): Promise<Reply> => {
  const { message, response } = raw
  const goOn = await door.provider.interactionResult(message, response, result)
  door.desk.visits.delete(uid)
  if (sessionId !== null) world.sessions.delete(sessionId)
  return seeOther(goOn)
}
