import type { DraftDocument } from './draft.ts'

/** One thing that is not the same: `field` is its path, `before` and `after` its values as they are shown. */
export type Change = { readonly field: string; readonly before: string; readonly after: string }

type Flat = ReadonlyMap<string, string>

/** Entries of a list that have a name are found by it, wherever they stand. */
const nameIn = (entry: unknown): string | null => {
  const named = entry as { scope?: unknown; name?: unknown } | null
  const name = named?.scope ?? named?.name
  return typeof name === 'string' ? name : null
}

const isNamed = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => nameIn(entry) !== null)

const flatten = (value: unknown, path: string): [string, string][] => {
  const below = (name: string, part: unknown) => flatten(part, path === '' ? name : `${path}.${name}`)
  if (isNamed(value))
    return [
      [path, value.map(nameIn).join('\n')],
      ...value.flatMap((entry) => below(nameIn(entry) ?? '', entry)),
    ]
  if (Array.isArray(value)) return [[path, value.join('\n')]]
  if (value === null || typeof value !== 'object') return [[path, String(value ?? '')]]
  return Object.entries(value)
    .filter(([name]) => name !== 'scope' && name !== 'name')
    .flatMap(([name, part]) => below(name, part))
}

const flat = (document: DraftDocument | null): Flat => new Map(document ? flatten(document, '') : [])

/** What differs between two documents, in the order of the later one; what was left out comes last. */
export const differenceOf = (before: DraftDocument | null, after: DraftDocument): Change[] => {
  const [old, young] = [flat(before), flat(after)]
  return [...new Set([...young.keys(), ...old.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? '', young.get(field) ?? '']
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

/** The same for the audit log, which names each field twice. */
export const detailOf = (
  changes: readonly Change[],
): Readonly<Record<`${'before' | 'after'}.${string}`, string>> =>
  Object.fromEntries(
    changes.flatMap(({ field, before, after }) => [
      [`before.${field}`, before],
      [`after.${field}`, after],
    ]),
  )
