import { describe, expect, it } from 'vitest'
import { staffRoles } from '#lib/staff/staff-member.ts'
import { needsSecondFactor, roleMay, type StaffAction, staffActions } from './permissions.ts'

/** Written out a second time, so that a slip in the table is a difference and not a habit. */
const allowed: Readonly<Record<StaffAction, string>> = {
  'overview.view': 'owner brand_editor consent_editor approver analyst support developer',
  'brand.view': 'owner brand_editor consent_editor approver analyst',
  'brand.edit': 'owner brand_editor',
  'brand.approve': 'owner approver',
  'brand.publish': 'owner brand_editor',
  'policy.view': 'owner brand_editor consent_editor approver analyst developer',
  'policy.edit': 'owner consent_editor',
  'policy.approve': 'owner approver',
  'policy.publish': 'owner consent_editor',
  'domain.view': 'owner brand_editor developer',
  'domain.manage': 'owner developer',
  'links.view': 'owner support developer',
  'links.create': 'owner support',
  'sessions.view': 'owner analyst support developer',
  'connections.view': 'owner support developer',
  'connections.act': 'owner support',
  'funnel.view': 'owner analyst',
  'banks.view': 'owner support developer',
  'banks.manage': 'owner developer',
  'keys.view': 'owner developer',
  'keys.manage': 'owner developer',
  'webhooks.view': 'owner developer',
  'webhooks.manage': 'owner developer',
  'team.view': 'owner',
  'team.manage': 'owner',
  'sign_on.manage': 'owner',
  'audit.view': 'owner approver',
}

describe('the table of permissions', () => {
  it.each(staffActions.flatMap((action) => staffRoles.map((role) => [role, action] as const)))(
    'says for %s and %s what was decided (D4)',
    (role, action) => {
      expect(roleMay(role, action)).toBe(allowed[action].split(' ').includes(role))
    },
  )

  it('asks a second factor of every role that may publish, see keys or let others in', () => {
    expect(staffRoles.filter(needsSecondFactor)).toEqual([
      'owner',
      'brand_editor',
      'consent_editor',
      'approver',
      'developer',
    ])
  })
})
