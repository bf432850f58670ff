import type { Language } from '../language.ts'
import type { BankRequest } from '../router.ts'

/** The language of the address, else of the portal's wish, else of the browser. */
export const wishedLanguage = (request: BankRequest, locales?: unknown): Language => {
  const wishes = [request.query.language, locales, request.raw.message.headers['accept-language']]
  const first = wishes.find((wish) => typeof wish === 'string' && /^(en|fr)/iu.test(wish))
  return typeof first === 'string' && first.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}
