import type { HandedIn } from '#lib/connectors/handed-in.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import { findHandedFile, insertHandedFile } from './handed-file-store.ts'

const place = (row: string) => ({ table: 'HandedFile', column: 'contentSealed', row })

/** Seals what a person handed in, for an attempt; what of it is never used is forgotten a day later. */
export const keepHandedIn = async (
  tx: TenantDb,
  attemptId: string,
  { kept, now }: Pick<HandedIn, 'kept'> & { readonly now: Date },
): Promise<void> => {
  for (const { key: id, isPaper, content } of kept)
    await insertHandedFile(tx, {
      id,
      attemptId,
      isPaper,
      contentSealed: await seal(tx, place(id), content),
    })
  await recordOutboxEvent(tx, { topic: 'files.forget', payload: { attemptId }, dueAt: later(now, dayMs) })
}

/** Null once it was forgotten. */
export const openHandedIn = async (db: TenantDb, key: string): Promise<string | null> => {
  const row = await findHandedFile(db, key)
  return row && open(db, place(key), row.contentSealed)
}
