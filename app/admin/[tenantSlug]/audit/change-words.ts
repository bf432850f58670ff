import { type AuditAction, type AuditField, auditActions, auditFields } from '#lib/audit/audit-action.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import { changeLabel } from '../../_studio/change-label.ts'

const isAction = (code: string): code is AuditAction => (auditActions as readonly string[]).includes(code)
const isField = (code: string): code is AuditField => (auditFields as readonly string[]).includes(code)

/** What was done, in words; a code that an earlier release wrote and this one has no words for stays a code. */
export const actionWords = (code: string, t: Translate): string =>
  isAction(code) ? t(`console.changes.actions.${code}`) : code

/** Whether it was done to a brand or a policy, whose fields are named by their forms. */
export const draftKindOf = (action: string): DraftKind | null =>
  action.startsWith('brand.') ? 'brand' : action.startsWith('policy.') ? 'policy' : null

const besideTheForm: readonly string[] = ['former', 'authors', 'restoredFrom']

/** The log outlives the forms: a field that none of them has any more keeps its code. */
const formLabel = (kind: DraftKind, field: string, t: Translate): string => {
  try {
    return changeLabel(kind, field, t)
  } catch {
    return field
  }
}

/** A field of what was done: those of a brand or a policy as their forms say them. */
export const fieldWords = (action: string, field: string, t: Translate): string => {
  const kind = draftKindOf(action)
  if (kind && !besideTheForm.includes(field)) return formLabel(kind, field, t)
  return isField(field) ? t(`console.changes.fields.${field}`) : field
}
