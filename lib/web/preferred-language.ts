/** The language of a page that belongs to no visit yet: what the browser asks for first, of those we speak. */
export const preferredLanguage = (request: Request): 'en' | 'fr' => {
  const wished = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((tag) => tag.trim().slice(0, 2).toLowerCase())
    .find((tag) => tag === 'en' || tag === 'fr')
  return wished === 'fr' ? 'fr' : 'en'
}
