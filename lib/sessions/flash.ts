import { z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import type { Session } from './session.ts'
import { setFlash } from './session-store.ts'

const flashSchema = z.object({
  errors: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  values: z.record(z.string(), z.string()),
  notice: z.string().optional(),
})

/** What failed last in a visit. `values` are what was typed, never a secret. */
export type SessionFlash = {
  readonly errors: readonly {
    readonly field: string
    readonly code: string
    readonly values?: Readonly<Record<string, string | number>>
  }[]
  readonly values: Readonly<Record<string, string>>
  readonly notice?: string
}

const place = (id: string) => ({ table: 'Session', column: 'flashSealed', row: id })

/** Keeps what failed for the next page of this visit. The caller leaves secrets out; the rest is sealed all the same. */
export const leaveFlash = async (db: TenantDb, session: Session, flash: SessionFlash): Promise<void> => {
  await setFlash(db, session.id, await seal(db, place(session.id), JSON.stringify(flash)))
}

/** What failed last, once: it is gone with the reading. */
export const takeFlash = async (db: TenantDb, session: Session): Promise<SessionFlash | null> => {
  if (!session.flashSealed) return null
  await setFlash(db, session.id, null)
  return flashSchema.parse(JSON.parse(await open(db, place(session.id), session.flashSealed))) as SessionFlash
}
