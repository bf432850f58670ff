import type { LinkWishes } from '#lib/flow/front-door.ts'
import { deviceFrom } from './device-from.ts'

type Fields = { readonly get: (name: string) => string | null }

const orNull = (text: string | null): string | null => (text === null || text === '' ? null : text)

/** What a link's query, or the form that repeats it, asks for. */
export const wishesFrom = (request: Request, fields: Fields): LinkWishes => ({
  language: orNull(fields.get('language')),
  acceptLanguage: request.headers.get('accept-language'),
  isDemo: fields.get('demo') === 'true',
  tag: orNull(fields.get('tag')),
  redirectUrl: orNull(fields.get('redirectUrl')),
  device: deviceFrom(request),
})

/** The same wishes as fields of a form, so that a POST carries what the GET was asked. */
export const fieldsOf = (wishes: LinkWishes): Record<string, string> => ({
  ...(wishes.language === null ? {} : { language: wishes.language }),
  ...(wishes.isDemo ? { demo: 'true' } : {}),
  ...(wishes.tag === null ? {} : { tag: wishes.tag }),
  ...(wishes.redirectUrl === null ? {} : { redirectUrl: wishes.redirectUrl }),
})

/** Our own page for who declined at the door at `path`, in the language they read it in. */
export const declinedPath = (path: string, wishes: LinkWishes): string =>
  `${path}/declined?${new URLSearchParams(fieldsOf(wishes))}`
