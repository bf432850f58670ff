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
  { key: 'keys', path: 'keys', action: 'keys.view' },
  { key: 'webhooks', path: 'webhooks', action: 'webhooks.view' },
  { key: 'team', path: 'team', action: 'team.view' },
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
