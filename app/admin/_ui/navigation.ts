import type { StaffAction } from '#lib/console/permissions.ts'

/** The sections of a tenant's console, in the order of the menu. `path` follows `/admin/{tenant}`. */
export const sections = [
  { key: 'overview', path: '', action: 'overview.view' },
  { key: 'brand', path: 'brand', action: 'brand.view' },
  { key: 'domain', path: 'domain', action: 'domain.view' },
  { key: 'flow', path: 'policy', action: 'policy.view' },
  { key: 'links', path: 'links', action: 'links.view' },
  { key: 'sessions', path: 'sessions', action: 'sessions.view' },
  { key: 'connections', path: 'connections', action: 'connections.view' },
  { key: 'funnel', path: 'funnel', action: 'funnel.view' },
  { key: 'banks', path: 'banks', action: 'banks.view' },
  { key: 'keys', path: 'keys', action: 'keys.view' },
  { key: 'webhooks', path: 'webhooks', action: 'webhooks.view' },
  { key: 'team', path: 'team', action: 'team.view' },
  { key: 'signOn', path: 'sign-on', action: 'sign_on.manage' },
  { key: 'audit', path: 'audit', action: 'audit.view' },
] as const satisfies readonly {
  key: string
  path: string
  action: StaffAction
}[]

export type SectionKey = (typeof sections)[number]['key']

/** The address of a section, or of something below it. */
export const consolePath = (slug: string, ...parts: readonly string[]): string =>
  ['/admin', slug, ...parts].filter((part) => part !== '').join('/')

/** Things that have a page of their own, by the beginning of their ids. */
const places: Readonly<Record<string, readonly string[]>> = {
  ses: ['sessions'],
  lnk: ['links'],
  lbt: ['links', 'lists'],
  cnx: ['connections'],
  con: ['consents'],
  whe: ['webhooks'],
}

/** The page of whatever has this id; null where such things have none. */
export const pageOfId = (slug: string, id: string): string | null => {
  const place = /^[a-z]{3}_[0-9a-z]{26}$/.test(id) ? places[id.slice(0, 3)] : undefined
  return place ? consolePath(slug, ...place, id) : null
}
