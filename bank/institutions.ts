import { BankError } from './bank-error.ts'
import type { HoldersName } from './holders.ts'
import type { Language } from './language.ts'

/** The two ways of OAuth here: plain code and secret, and FAPI 2.0. */
export type DoorName = 'open' | 'fapi'

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
  /** The authorization server through which it also shares data; without one it has only its login. */
  readonly oauth?: DoorName
}

/**
 * The published test institution; a French one whose data, names and papers are French; two that have a bad day,
 * every day: one may be tried all the same, the other is off; and two that speak OAuth and FDX, one plainly with code
 * and secret, one in FAPI 2.0.
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
  {
    key: 'SandboxOpenBank',
    id: 9010,
    name: 'Harbour Open Bank',
    language: 'en',
    institutionNumber: '781',
    holders: 'john',
    oauth: 'open',
  },
  {
    key: 'SandboxFapiBank',
    id: 9011,
    name: 'Lighthouse Trust',
    language: 'en',
    institutionNumber: '782',
    holders: 'john',
    oauth: 'fapi',
  },
]

/** Takes the key in any letter case, or the id. */
export const getInstitution = (text: string): Institution => {
  const wanted = text.trim().toLowerCase()
  const found = institutions.find(({ key, id }) => key.toLowerCase() === wanted || String(id) === wanted)
  if (!found) throw new BankError('unknown_institution')
  return found
}
