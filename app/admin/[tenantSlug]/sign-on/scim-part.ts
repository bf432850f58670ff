import type { Desk } from '#lib/console/desk.ts'
import { takeRevealed } from '#lib/console/reveal-once.ts'
import { listScimTokens, type ScimToken } from '#lib/staff/scim-token-store.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'

/** What the panel of SCIM shows. `revealed`: a token that was made a moment ago. */
export type ScimPart = { readonly tokens: readonly ScimToken[]; readonly revealed: string | null }

/** Null where there is nothing to set up yet, nor to take back. */
export const scimPart = async (desk: Desk, sso: StaffSso | null): Promise<ScimPart | null> => {
  const tokens = await listScimTokens(desk.db, new Date())
  if (!sso?.verifiedAt && tokens.length === 0) return null
  return { tokens, revealed: await takeRevealed(desk, 'scim_token') }
}
