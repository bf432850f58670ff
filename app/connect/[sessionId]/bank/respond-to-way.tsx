import { sceneOfSession } from '#lib/flow/find-scene.ts'
import type { WayToBank } from '#lib/flow/go-to-bank.ts'
import type { BankVisit } from '#lib/flow/open-bank-visit.ts'
import { seeOther } from '#lib/web/respond.ts'
import { sessionCookie } from '#lib/web/session-cookie.ts'
import { wayCookie } from '#lib/web/way-cookie.ts'
import { respondWithWindow } from '../returned/respond-with-window.tsx'

/** To the bank, with what the browser must hold when it comes back; else to what is due, or a window that may be closed. */
export const respondToWay = async (visit: BankVisit, way: WayToBank): Promise<Response> => {
  const { session } = visit.open
  const heirloom = visit.window === 'heir' ? [sessionCookie(session.id, visit.proof)] : []
  const cookies = way ? [...heirloom, wayCookie(way.attemptId, way.proof)] : heirloom
  if (!way && visit.window === 'beside') return respondWithWindow(await sceneOfSession(session), 'notOpened')
  const response = seeOther(way ? way.url : `/connect/${session.id}`)
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
