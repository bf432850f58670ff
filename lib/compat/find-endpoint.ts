import type { Endpoint } from './endpoints.ts'

export type Found = { readonly endpoint: Endpoint; readonly params: Readonly<Record<string, string>> }

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '')

const paramsOf = (pattern: string, path: readonly string[]): Record<string, string> | null => {
  const wanted = partsOf(pattern)
  if (wanted.length !== path.length) return null
  const params: Record<string, string> = {}
  const fits = wanted.every((part, index) => {
    const given = path[index] ?? ''
    if (!part.startsWith(':')) return part.toLowerCase() === given.toLowerCase()
    params[part.slice(1).toLowerCase()] = given
    return true
  })
  return fits ? params : null
}

/** The endpoint at an address, whatever its letter case, and for this verb; null where there is none. */
export const findEndpoint = (
  endpoints: readonly Endpoint[],
  verb: string,
  path: readonly string[],
): Found | null => {
  for (const endpoint of endpoints) {
    const params = endpoint.verbs.split(' ').includes(verb) ? paramsOf(endpoint.path, path) : null
    if (params) return { endpoint, params }
  }
  return null
}
