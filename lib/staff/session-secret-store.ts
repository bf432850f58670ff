import { z } from 'zod'
import { staffTables } from '#lib/db/staff-tables.ts'
import { type Bytes, sameBytes, sha256 } from '#lib/kit/crypto.ts'
import type { StaffSessionId } from '#lib/kit/ids.ts'
import { openForHouse, sealForHouse } from '#lib/vault/house-seal.ts'

export const storeChallenge = async (id: StaffSessionId, challenge: string): Promise<void> => {
  const data = { challengeHash: sha256(challenge) }
  await staffTables().staffSession.updateMany({ where: { id }, data })
}

/** What tells whether a challenge is the one that this session was given; each is given and taken once. */
export const takeChallenge = async (id: StaffSessionId): Promise<(challenge: string) => boolean> => {
  const row = await staffTables().staffSession.findUnique({ where: { id } })
  const expected: Bytes | null = row?.challengeHash ?? null
  await staffTables().staffSession.updateMany({ where: { id }, data: { challengeHash: null } })
  return (challenge) => expected !== null && sameBytes(sha256(challenge), expected)
}

const revealSchema = z.object({ kind: z.string(), lines: z.array(z.string()) })
/** Something secret that was made a moment ago, for the page after the form: `kind` says of which words it is part. */
export type Reveal = z.output<typeof revealSchema>

const placeOf = (row: string) => ({ table: 'StaffSession', column: 'revealSealed', row })

export const storeReveal = async (id: StaffSessionId, reveal: Reveal): Promise<void> => {
  const revealSealed = await sealForHouse(placeOf(id), JSON.stringify(reveal))
  await staffTables().staffSession.updateMany({ where: { id }, data: { revealSealed } })
}

/** What waits to be shown by a page of `kind`, once; null when there is nothing. */
export const takeReveal = async (id: StaffSessionId, kind: string): Promise<Reveal | null> => {
  const row = await staffTables().staffSession.findUnique({ where: { id } })
  if (!row?.revealSealed) return null
  const reveal = revealSchema.parse(JSON.parse(await openForHouse(placeOf(id), row.revealSealed)))
  if (reveal.kind !== kind) return null
  await staffTables().staffSession.updateMany({ where: { id }, data: { revealSealed: null } })
  return reveal
}
