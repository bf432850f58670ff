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
}

/** Two worlds: the published test institution, and a French one whose data, names and papers are French. */
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
]

/** Takes the key in any letter case, or the id. */
export const getInstitution = (text: string): Institution => {
  const wanted = text.trim().toLowerCase()
  const found = institutions.find(({ key, id }) => key.toLowerCase() === wanted || String(id) === wanted)
  if (!found) throw new BankError('unknown_institution')
  return found
}
