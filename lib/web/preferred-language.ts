import { acceptedLanguages } from '#lib/kit/accept-language.ts'

/** The language of a page that belongs to no visit yet: what the browser wants most, of those we speak. */
export const preferredLanguage = (request: Request): 'en' | 'fr' => {
  const wanted = acceptedLanguages(request.headers.get('accept-language'))
  return wanted.find((tag) => tag === 'en' || tag === 'fr') === 'fr' ? 'fr' : 'en'
}
