/** One field of a change; `before` or `after` is null where that side has none. */
export type FieldChange = {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

const sideOf = (name: string): readonly ['before' | 'after', string] => {
  const [side = '', ...rest] = name.split('.')
  return (side === 'before' || side === 'after') && rest.length > 0 ? [side, rest.join('.')] : ['after', name]
}

/** What an entry tells, field by field: `before.x` and `after.x` beside each other; anything else is what was done. */
export const toldDetail = (detail: unknown): readonly FieldChange[] => {
  const fields = new Map<string, { before: string | null; after: string | null }>()
  for (const [name, value] of Object.entries((detail ?? {}) as Record<string, unknown>)) {
    const [side, field] = sideOf(name)
    const known = fields.get(field) ?? { before: null, after: null }
    known[side] = typeof value === 'string' ? value : JSON.stringify(value)
    fields.set(field, known)
  }
  return [...fields].map(([field, sides]) => ({ field, ...sides }))
}
