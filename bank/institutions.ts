import { BankError } from './bank-error.ts'
import type { HoldersName } from './holders.ts'
import type { Language } from './language.ts'

export type Institution = {
  readonly key: string
  /** The id under which directories list it. */
  readonly id: number
  readonly name: string
  readonly language: Language
  readonly institutionNumber: string
  readonly holders: HoldersName
  /** What its status page says; well unless told. At one that is `off` nobody can sign in. */
  readonly health?: 'unwell' | 'off'
}

/**
 * The published test institution; a French one whose data, names and papers are French; and two that have a bad day,
 * every day: one may be tried all the same, the other is off.
 */
export const institutions: readonly Institution[] = [
  {
    key: 'FlinksCapital',
    id: 14,
    name: 'Flinks Capital',
    language: 'en',
    institutionNumber: '777',
    holders: 'john',
  },
  {
    key: 'SandboxCreditUnion',
    id: 9001,
    name: 'Caisse Sandbox',
    language: 'fr',
    institutionNumber: '778',
    holders: 'marie',
  },
  {
    key: 'SandboxRainyDay',
    id: 9002,
    name: 'Rainy Day Trust',
    language: 'en',
    institutionNumber: '779',
    holders: 'john',
    health: 'unwell',
  },
  {
    key: 'SandboxClosedDoor',
    id: 9003,
    name: 'Closed Door Bank',
    language: 'en',
    institutionNumber: '780',
    holders: 'john',
    health: 'off',
  },
]

/** Takes the key in any letter case, or the id. */
export const getInstitution = (text: string): Institution => {
  const wanted = text.trim().toLowerCase()
  const found = institutions.find(({ key, id }) => key.toLowerCase() === wanted || String(id) === wanted)
  if (!found) throw new BankError('unknown_institution')
  return found
}
