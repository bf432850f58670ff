import type { CustomWishes } from '#lib/flow/custom/open-custom-visit.ts'

/** A parameter in whichever letter case; absent and empty are the same. */
const reader = (query: URLSearchParams) => {
  const pairs = [...query].map(([name, value]) => [name.toLowerCase(), value] as const)
  return (...names: readonly string[]): string | null =>
    pairs.find(([name, value]) => names.includes(name) && value !== '')?.[1] ?? null
}

/** What stood behind `state=`, untouched: decoding would lose what is no text. */
const rawState = (search: string): string | null => {
  const pair = search
    .slice(1)
    .split('&')
    .find((one) => one.startsWith('state='))
  return pair?.slice('state='.length) || null
}

/** Reads `?institution_id&redirect_uri&state` out of a query as it came; older pages call the first `institution`. */
export const readAuthorizeRequest = (headers: Headers, search: string): CustomWishes => {
  const get = reader(new URLSearchParams(search))
  return {
    customerId: get('customerid', 'customer_id', 'client_id'),
    slug: get('tenant'),
    host: headers.get('host') ?? '',
    redirectUri: get('redirect_uri'),
    institution: get('institution_id', 'institution'),
    state: rawState(search),
    language: get('language'),
    acceptLanguage: headers.get('accept-language'),
    tag: get('tag'),
  }
}
