import { displayName } from '#lib/institutions/institution.ts'
import type { Sample } from './sample.ts'

/** Stands for the bank where the policy shows none that is ready. */
export const anyBank = (language: 'en' | 'fr'): Sample['bank'] => ({
  id: 1,
  name: displayName({ nameEn: 'Northern Bank', nameFr: 'Banque du Nord' }, language),
  monogram: 'NB',
  hue: 210,
  country: 'CA',
  state: 'ready',
  backInMinutes: null,
  isTest: false,
})
