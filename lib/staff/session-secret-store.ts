import { z } from 'zod'
import { staffTables } from '#lib/db/staff-tables.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
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

const revealSchema = z.object({
  kind: z.string(),
  lines: z.array(z.string()),
  /** How often it may still be shown, and until when. */
  readings: z.int().default(1),
  until: z.iso.datetime().optional(),
})
/** Something secret that was made a moment ago, for the page after the form: `kind` says of which words it is part. */
export type Reveal = z.output<typeof revealSchema>
export type NewReveal = Pick<Reveal, 'kind' | 'lines'> & { readonly readings?: number }

/** Whoever has not come for it by then closed the page. */
const revealLifeMs = 10 * minuteMs

const placeOf = (row: string) => ({ table: 'StaffSession', column: 'revealSealed', row })

const writeReveal = async (id: StaffSessionId, reveal: Reveal | null): Promise<void> => {
  const revealSealed = reveal && (await sealForHouse(placeOf(id), JSON.stringify(reveal)))
  await staffTables().staffSession.updateMany({ where: { id }, data: { revealSealed } })
}

export const storeReveal = (id: StaffSessionId, reveal: NewReveal, now = new Date()): Promise<void> =>
  writeReveal(id, { readings: 1, ...reveal, until: later(now, revealLifeMs).toISOString() })

/** What waits to be shown by a page of `kind`, as often as it may be; null when there is nothing, or no longer. */
export const takeReveal = async (
  id: StaffSessionId,
  kind: string,
  now = new Date(),
): Promise<Reveal | null> => {
  const row = await staffTables().staffSession.findUnique({ where: { id } })
  if (!row?.revealSealed) return null
  const reveal = revealSchema.parse(JSON.parse(await openForHouse(placeOf(id), row.revealSealed)))
  const isOver = reveal.until !== undefined && now.toISOString() >= reveal.until
  if (reveal.kind !== kind && !isOver) return null
  const readings = reveal.readings - 1
  await writeReveal(id, isOver || readings < 1 ? null : { ...reveal, readings })
  return isOver ? null : reveal
}
