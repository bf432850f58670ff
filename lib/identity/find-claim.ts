import type { TenantDb } from '#lib/db/tenant-db.ts'
import { open } from '#lib/vault/open.ts'
import { type ClaimDetails, claimDetailsSchema } from './identity.ts'
import { findClaimRow } from './identity-store.ts'

export type Claim = {
  readonly id: string
  readonly details: ClaimDetails
  readonly provenAt: Date | null
  readonly channel: string | null
}

export const findClaim = async (db: TenantDb, id: string): Promise<Claim | null> => {
  const row = await findClaimRow(db, id)
  if (!row) return null
  const place = { table: 'IdentityClaim', column: 'detailsSealed', row: id }
  const details = claimDetailsSchema.parse(JSON.parse(await open(db, place, row.detailsSealed)))
  return { id, details, provenAt: row.provenAt, channel: row.channel }
}
