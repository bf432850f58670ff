import { findConnection } from '#lib/connections/connection-store.ts'
import { openLogin } from '#lib/connections/link-connection.ts'
import type { OpenVisit } from './open-visit.ts'

const fewest = 6

/** `G•••y`: enough for its owner to recognise; of a short one nothing, and never how long it is (P4). */
export const maskUsername = (username: string): string => {
  const letters = Array.from(username.trim())
  return letters.length < fewest ? '•••' : `${letters[0]}•••${letters.at(-1)}`
}

/** The username that the repaired connection was made with, masked; null for a first one and at another bank. */
export const formerUsername = async ({ db, session }: OpenVisit): Promise<string | null> => {
  const { repairsConnectionId: id, facts } = session
  const connection = id === null ? null : await findConnection(db, id)
  if (!connection || connection.institutionId !== facts.institution?.institutionId) return null
  const { username, isAtBank } = await openLogin(db, connection)
  return username === '' || isAtBank ? null : maskUsername(username)
}
