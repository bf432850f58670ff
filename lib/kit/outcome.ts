/** Law 5: an expected outcome is a value. `reason` comes from a closed set, never from free text. */
export type Outcome<T, Reason> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason }

export const succeeded = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const failed = <Reason>(reason: Reason): { readonly ok: false; readonly reason: Reason } => ({
  ok: false,
  reason,
})
