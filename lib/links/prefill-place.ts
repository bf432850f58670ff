import type { Place } from '#lib/vault/seal.ts'

export const prefillPlace = (linkId: string): Place => ({
  table: 'Link',
  column: 'prefillSealed',
  row: linkId,
})
