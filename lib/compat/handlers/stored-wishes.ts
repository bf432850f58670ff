import { findDataRequest } from '#lib/connections/data-request-store.ts'
import { idField } from '../bind.ts'
import type { Call } from '../call.ts'
import { dataSchema, type Wishes, wishesOf, wishesSchema } from './data-body.ts'
import type { Reading } from './ready-request.ts'

/** What the first call for this request asked for, or what one without wishes would. */
export const storedWishes = async (
  { db, params }: Call,
  reading: Reading,
): Promise<{ readonly requestId: string | null; readonly wishes: Wishes }> => {
  const parsed = idField.safeParse(params.requestid ?? '')
  const requestId = parsed.success ? parsed.data : null
  const request = requestId ? await findDataRequest(db, requestId) : null
  const kept = (request?.wishes ?? {}) as Readonly<Partial<Record<Reading, unknown>>>
  const stored = wishesSchema.safeParse(kept[reading])
  if (stored.success) return { requestId, wishes: stored.data }
  return { requestId, wishes: wishesOf(dataSchema.parse({ requestid: '' }), reading === 'AccountsSummary') }
}
