import { faults } from '#lib/connectors/faults.ts'
import type { Attention } from '#lib/flow/connection-records.ts'

/** Who must do something before a connection can be read again: the person by a link, or first at their bank. */
export type Actor = 'person' | 'person_at_bank' | 'nobody'

export const whoActs = (attention: Attention | null): Actor => {
  if (attention === null) return 'nobody'
  if (!(attention in faults)) return 'person'
  const { retry } = faults[attention as keyof typeof faults]
  if (retry === 'later') return 'nobody'
  return retry === 'never' ? 'person_at_bank' : 'person'
}
