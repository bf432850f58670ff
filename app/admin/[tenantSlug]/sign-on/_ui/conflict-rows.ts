import type { SignOnRules } from '#lib/console/sign-on/change-sign-on.ts'
import type { TypedSignOn } from '#lib/console/sign-on/save-sign-on.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'
import type { ConflictRow } from '../../../_ui/edit-conflict.tsx'

const fields = ['issuer', 'clientId', 'domain'] as const

/** Both values of every field that somebody else saved otherwise meanwhile. */
export const conflictRows = (sso: StaffSso | null, typed: TypedSignOn, t: Translate): ConflictRow[] =>
  fields
    .filter((field) => (sso?.[field] ?? '') !== typed[field])
    .map((field) => ({
      label: t(`console.signOn.${field}`),
      theirs: sso?.[field] ?? '–',
      mine: typed[field] || '–',
    }))

const rules = ['isRequired', 'provesFactor'] as const

/** The same for what is ticked beneath. */
export const rulesConflictRows = (sso: StaffSso | null, chosen: SignOnRules, t: Translate): ConflictRow[] =>
  rules
    .filter((name) => sso?.[name] !== chosen[name])
    .map((name) => ({
      label: t(`console.signOn.${name}`, { domain: sso?.domain ?? '–' }),
      theirs: t(`console.changes.${sso?.[name] ? 'yes' : 'no'}`),
      mine: t(`console.changes.${chosen[name] ? 'yes' : 'no'}`),
    }))
