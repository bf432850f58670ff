import { findDataRequest } from '#lib/connections/data-request-store.ts'
import { idField } from '../bind.ts'
import type { Call } from '../call.ts'
import { dataSchema, type Wishes, wishesOf, wishesSchema } from './data-body.ts'

/** What the first call for this request asked for, or what one without wishes would. */
export const storedWishes = async (
  { db, params }: Call,
  isSummary: boolean,
): Promise<{ readonly requestId: string | null; readonly wishes: Wishes }> => {
  const parsed = idField.safeParse(params.requestid ?? '')
  const requestId = parsed.success ? parsed.data : null
  const request = requestId ? await findDataRequest(db, requestId) : null
  const stored = wishesSchema.safeParse(request?.wishes)
  const plain = wishesOf(dataSchema.parse({ requestid: '' }), isSummary)
  if (!stored.success) return { requestId, wishes: plain }
  return { requestId, wishes: isSummary ? { ...stored.data, transactions: false } : stored.data }
}
