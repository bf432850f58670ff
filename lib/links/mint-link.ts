import { changesBetween } from '#lib/audit/changes-between.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { referenceFingerprint } from '#lib/vault/reference-fingerprint.ts'
import { seal } from '#lib/vault/seal.ts'
import { type Link, lifeMsOf, type NewLink, newLinkSchema } from './link.ts'
import { insertLink } from './link-store.ts'
import { prefillPlace } from './prefill-place.ts'

/**
 * A new personal link. `token` (256 bits, S5) goes into its address and is kept nowhere: whoever loses it needs
 * another link. Throws a ZodError when the input is not usable.
 */
export const mintLink = async (
  db: TenantDb,
  input: NewLink,
  by: { readonly actor: string; readonly now: Date },
): Promise<{ readonly link: Link; readonly token: string }> => {
  const { days, prefill, ...asked } = newLinkSchema.parse(input)
  const id = mintId('lnk')
  const token = mintToken()
  const prefillSealed = prefill && (await seal(db, prefillPlace(id), JSON.stringify(prefill)))
  const fingerprinted = await referenceFingerprint(db, prefill?.values.reference)
  const when = { createdAt: by.now, expiresAt: later(by.now, lifeMsOf({ days })) }
  const link = await inTransaction(db, async (tx) => {
    const detail = changesBetween({}, { days, language: asked.language, isDemo: asked.isDemo })
    await recordAudit(tx, { actor: by.actor, action: 'link.minted', subject: id, detail })
    const sealed = { prefillSealed, referenceFingerprint: fingerprinted, tokenHash: sha256(token) }
    return insertLink(tx, { id, ...asked, ...when, ...sealed })
  })
  return { link, token }
}
