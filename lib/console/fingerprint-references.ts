import type { TenantDb } from '#lib/db/tenant-db.ts'
import { tenantDb } from '#lib/db/tenant-db.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { listUnfingerprinted as listClaims, setClaimFingerprint } from '#lib/identity/identity-store.ts'
import { log } from '#lib/kit/log.ts'
import { findPrefill } from '#lib/links/find-prefill.ts'
import { listUnfingerprinted as listLinks, setLinkFingerprint } from '#lib/links/link-store.ts'
import { listTenantIds } from '#lib/tenants/tenant-store.ts'
import { referenceFingerprint } from '#lib/vault/reference-fingerprint.ts'

const batchSize = 500

const fingerprintLinks = async (db: TenantDb): Promise<number> => {
  const rows = await listLinks(db, batchSize)
  for (const { id } of rows) {
    const prefill = await findPrefill(db, id)
    await setLinkFingerprint(db, id, await referenceFingerprint(db, prefill?.values.reference))
  }
  return rows.length
}

const fingerprintClaims = async (db: TenantDb): Promise<number> => {
  const rows = await listClaims(db, batchSize)
  for (const { id } of rows) {
    const claim = await findClaim(db, id)
    await setClaimFingerprint(db, id, await referenceFingerprint(db, claim?.details.reference))
  }
  return rows.length
}

/**
 * Makes findable by their customer's reference the rows of before references had fingerprints. It finds by itself what is
 * left to do, so it may be killed and run again; a tenant whose rows do not open holds up no other.
 */
export const fingerprintReferences = async (): Promise<void> => {
  for (const tenantId of await listTenantIds()) {
    const db = tenantDb(tenantId)
    try {
      while ((await fingerprintLinks(db)) === batchSize);
      while ((await fingerprintClaims(db)) === batchSize);
    } catch (thrown) {
      log('error', 'references not fingerprinted', { tenantId, name: (thrown as Error).name })
    }
  }
}
