import { z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { open } from '#lib/vault/open.ts'
import type { Place } from '#lib/vault/seal.ts'
import { findHolderCheckRow } from './holder-check-store.ts'
import { type MatchScores, matchFields } from './matching/match-holder.ts'

const scoresSchema = z.partialRecord(z.enum(matchFields), z.number().nullable())

export const scoresPlace = (id: string): Place => ({ table: 'HolderCheck', column: 'scoresSealed', row: id })

/** The score of each field that was claimed, null where the bank told nothing; null for a check that is gone. */
export const findHolderScores = async (db: TenantDb, id: string): Promise<MatchScores | null> => {
  const row = await findHolderCheckRow(db, id)
  if (!row) return null
  return scoresSchema.parse(JSON.parse(await open(db, scoresPlace(id), row.scoresSealed)))
}
