import { getInstitution, type Institution } from './institutions.ts'
import type { Persona } from './persona.ts'
import { personas } from './personas.ts'

/** A persona at an institution. `seed` names this customer alone: all ids and amounts grow from it. */
export type Customer = {
  readonly institution: Institution
  readonly username: string
  readonly persona: Persona
  readonly seed: string
}

const longestUsername = 100

/**
 * `persona+anything` is the same persona with a state, holders and accounts of its own, so that people and tests
 * at work together never lock each other out. Returns null for a stranger; throws on an unknown institution.
 */
export const findCustomer = (institutionKey: string, typedUsername: string): Customer | null => {
  const institution = getInstitution(institutionKey)
  const username = typedUsername.normalize('NFKC').trim().toLowerCase()
  const persona = personas.get(username.replace(/\+.*$/su, ''))
  if (!persona || username.length > longestUsername) return null
  return { institution, username, persona, seed: `${institution.key}/${username}` }
}
