import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import {
  deletePreviewLinks,
  findPreviewLink,
  insertPreviewLink,
  type PreviewLink,
} from './preview-link-store.ts'

/** Long enough for those who must look, short enough that it need not be remembered. */
export const previewLifeMs = 24 * hourMs

type Sharing = { readonly actor: string; readonly now: Date }

/** A token that shows what is being prepared, for a day; this once in the clear. */
export const sharePreview = (db: TenantDb, { actor, now }: Sharing): Promise<string> =>
  inTransaction(db, async (tx) => {
    const [id, token] = [mintId('pvl'), mintToken()]
    const expiresAt = later(now, previewLifeMs)
    await insertPreviewLink(tx, { id, tokenHash: sha256(token), createdBy: actor, expiresAt })
    await recordAudit(tx, { actor, action: 'preview.shared', subject: id, detail: {} })
    return token
  })

export const unsharePreviews = (db: TenantDb, actor: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const count = await deletePreviewLinks(tx)
    await recordAudit(tx, { actor, action: 'preview.unshared', subject: db.tenantId, detail: { count } })
  })

/** Null where the token opens nothing, or no longer. */
export const openPreview = async (token: string, now: Date): Promise<PreviewLink | null> => {
  const link = await findPreviewLink(sha256(token))
  return link && now < link.expiresAt ? link : null
}
