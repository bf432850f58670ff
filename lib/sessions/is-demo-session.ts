import { isId } from '#lib/kit/ids.ts'
import { findSessionRow } from './session-store.ts'

/** Whether what happened in a visit concerns test endpoints alone; what happened in none concerns the live ones. */
export const isDemoSession = async (id: string | null): Promise<boolean> => {
  if (id === null || !isId('ses', id)) return false
  return (await findSessionRow(id))?.session.isDemo ?? false
}
