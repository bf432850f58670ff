import type { TenantId } from '#lib/kit/ids.ts'
import { openSession } from '#lib/sessions/open-session.ts'

type Held = { readonly sessionId: string; readonly proof: string }

/** The newest visit at `tenantId` that this browser began and neither it nor the clock has ended, or null. */
export const findResumable = async (tenantId: TenantId, held: readonly Held[]): Promise<string | null> => {
  const opened = await Promise.all(
    held.map(({ sessionId, proof }) => openSession(sessionId, proof, new Date())),
  )
  const found = opened.find(
    (one) =>
      one.ok &&
      one.value.tenantId === tenantId &&
      one.value.front === 'express' &&
      one.value.endedAt === null,
  )
  return found?.ok ? found.value.id : null
}
