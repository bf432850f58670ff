import type { AuditRecord } from './audit-entry.ts'

/** What a thing was or is, by field. No secret and nothing of a person: it is kept for ever. */
export type State = Readonly<Record<string, unknown>>

const told = (value: unknown): string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value ?? null)

/** `before.<field>` and `after.<field>` of every field that differs; an absent side is left out. */
export const changesBetween = (before: State, after: State): AuditRecord['detail'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => told(before[field]) !== told(after[field]))
      .flatMap((field) => [
        ...(field in before ? [[`before.${field}`, told(before[field])]] : []),
        ...(field in after ? [[`after.${field}`, told(after[field])]] : []),
      ]),
  )
