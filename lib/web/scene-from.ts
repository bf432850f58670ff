import { type Scene, sceneOfSlug, sceneOfToken, sceneOfVisit } from '#lib/flow/find-scene.ts'
import { log } from '#lib/kit/log.ts'
import type { DoorParams } from './door.ts'
import { wishesFrom } from './link-wishes.ts'
import { proofFrom } from './session-cookie.ts'

const find = async (request: Request, { sessionId, tenant, token }: DoorParams): Promise<Scene | null> => {
  const wishes = wishesFrom(request, new URL(request.url).searchParams)
  if (sessionId !== undefined) return sceneOfVisit(sessionId, proofFrom(request, sessionId), new Date())
  if (tenant !== undefined) return sceneOfSlug(tenant, wishes)
  return token === undefined ? null : sceneOfToken(token, wishes)
}

/** Whose page a problem is shown on. Null where nothing is proven, and when looking fails too: then nobody's. */
export const sceneFrom = (request: Request, params: DoorParams): Promise<Scene | null> =>
  find(request, params).catch((thrown: Error) => {
    log('warn', 'no scene for a problem', { name: thrown.name })
    return null
  })
