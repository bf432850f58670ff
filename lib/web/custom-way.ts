import { env } from '#lib/kit/env.ts'
import { AppError } from '#lib/kit/errors.ts'
import { askedSearch } from './asked-address.ts'

/** Where a visit begins, as an address that any browser may open: it holds what was asked and nothing more. */
export const beginUrl = (request: Request): string =>
  `${new URL('/v3/oauth/begin', env().PUBLIC_URL).href}${askedSearch(request)}`

/** Back to the tenant with the reason. Throws where the address to go to is nobody's. */
export const refusedTo = (refusal: 'return_url_refused' | { readonly backTo: string }): string => {
  if (refusal === 'return_url_refused') throw new AppError(refusal)
  return refusal.backTo
}
