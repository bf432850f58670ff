import type { StaffRole } from '#lib/staff/staff-member.ts'

/** Everything that can be done in the console. `view` reads; what else changes something or shows a secret. */
export const staffActions = [
  'overview.view',
  'brand.view',
  'brand.edit',
  'brand.approve',
  'brand.publish',
  'policy.view',
  'policy.edit',
  'policy.approve',
  'policy.publish',
  'domain.view',
  'domain.manage',
  'links.view',
  'links.create',
  'sessions.view',
  'connections.view',
  'connections.act',
  'funnel.view',
  'banks.view',
  'banks.manage',
  'keys.view',
  'keys.manage',
  'webhooks.view',
  'webhooks.manage',
  'team.view',
  'team.manage',
  'sign_on.manage',
  'audit.view',
] as const
export type StaffAction = (typeof staffActions)[number]

const everybody: readonly StaffAction[] = ['overview.view']
const desk: readonly StaffAction[] = ['links.view', 'sessions.view', 'connections.view']

/** The one table of who may do what for a tenant. */
export const permissions: Readonly<Record<StaffRole, ReadonlySet<StaffAction>>> = {
  owner: new Set(staffActions),
  brand_editor: new Set([
    ...everybody,
    'brand.view',
    'brand.edit',
    'brand.publish',
    'domain.view',
    'policy.view',
  ]),
  consent_editor: new Set([...everybody, 'brand.view', 'policy.view', 'policy.edit', 'policy.publish']),
  approver: new Set([
    ...everybody,
    'brand.view',
    'brand.approve',
    'policy.view',
    'policy.approve',
    'audit.view',
  ]),
  analyst: new Set([...everybody, 'funnel.view', 'sessions.view', 'brand.view', 'policy.view']),
  support: new Set([...everybody, ...desk, 'links.create', 'connections.act', 'banks.view']),
  developer: new Set([
    ...everybody,
    ...desk,
    'domain.view',
    'domain.manage',
    'policy.view',
    'banks.view',
    'banks.manage',
    'keys.view',
    'keys.manage',
    'webhooks.view',
    'webhooks.manage',
  ]),
}

export const roleMay = (role: StaffRole, action: StaffAction): boolean => permissions[role].has(action)

const sensitive: readonly StaffAction[] = [
  'brand.publish',
  'brand.approve',
  'policy.publish',
  'policy.approve',
  'banks.manage',
  'keys.view',
  'keys.manage',
  'webhooks.manage',
  'domain.manage',
  'team.manage',
  'sign_on.manage',
]

/** Roles that may publish, see keys or let others in show a second factor. */
export const needsSecondFactor = (role: StaffRole): boolean =>
  sensitive.some((action) => roleMay(role, action))
