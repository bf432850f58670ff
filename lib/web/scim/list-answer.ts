import type { ScimAnswer } from './scim-answer.ts'

type Resource = { readonly schemas: readonly string[]; readonly id: string }

const most = 200
const usual = 100

const numberOf = (text: string | null, otherwise: number): number => {
  const number = text === null ? Number.NaN : Number(text)
  return Number.isInteger(number) ? number : otherwise
}

const named = (text: string | null): ReadonlySet<string> =>
  new Set(
    (text ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase().replace(/^.*:/, '').replace(/\..*$/, ''))
      .filter((name) => name !== ''),
  )

/** RFC 7644 §3.9: what was asked for, or all but what was not. `schemas` and `id` are always told. */
export const withAttributes = <R extends Resource>(resource: R, query: URLSearchParams): object => {
  const [only, without] = [named(query.get('attributes')), named(query.get('excludedAttributes'))]
  const isTold = (name: string): boolean => {
    if (name === 'schemas' || name === 'id') return true
    return only.size > 0 ? only.has(name.toLowerCase()) : !without.has(name.toLowerCase())
  }
  return Object.fromEntries(Object.entries(resource).filter(([name]) => isTold(name)))
}

/** Whether somebody asks for who is in a group, which costs a look at each. */
export const asksFor = (name: string, query: URLSearchParams): boolean => {
  const only = named(query.get('attributes'))
  return only.size > 0 ? only.has(name) : !named(query.get('excludedAttributes')).has(name)
}

/** A page of what was found (RFC 7644 §3.4.2.4): from `startIndex`, which counts from one, so many as `count`. */
export const listAnswer = <T>(
  found: readonly T[],
  query: URLSearchParams,
  toResource: (one: T) => Resource,
): ScimAnswer => {
  const startIndex = Math.max(1, numberOf(query.get('startIndex'), 1))
  const count = Math.min(most, Math.max(0, numberOf(query.get('count'), usual)))
  const page = found.slice(startIndex - 1, startIndex - 1 + count)
  return {
    status: 200,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: found.length,
      startIndex,
      itemsPerPage: page.length,
      Resources: page.map((one) => withAttributes(toResource(one), query)),
    },
  }
}

export const mostResults = most
