import type { AuditDetail, AuditField } from './audit-action.ts'

/** What a thing was or is, by field. No secret and nothing of a person: it is kept for ever. */
export type State = { readonly [Field in AuditField]?: unknown }

const told = (value: unknown): string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value ?? null)

/** `before.<field>` and `after.<field>` of every field that differs; an absent side is left out. */
export const changesBetween = (before: State, after: State): AuditDetail =>
  Object.fromEntries(
    ([...new Set([...Object.keys(before), ...Object.keys(after)])] as AuditField[])
      .filter((field) => told(before[field]) !== told(after[field]))
      .flatMap((field) => [
        ...(field in before ? [[`before.${field}`, told(before[field])]] : []),
        ...(field in after ? [[`after.${field}`, told(after[field])]] : []),
      ]),
  )
