import { type Law, type Tree, type TreeFile, type Violation, violation } from './repository-tree.ts'

const reference = 'messages/en.json'

const cataloguesOf = (tree: Tree): Tree =>
  tree.filter(({ path }) => /^messages\/[a-zA-Z-]+\.json$/.test(path))

/** Every message by its dotted key. */
const messagesIn = (value: unknown, key = ''): [string, string][] =>
  typeof value === 'string'
    ? [[key, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) =>
        messagesIn(inner, key === '' ? name : `${key}.${name}`),
      )

const messagesOf = (file: TreeFile): Map<string, string> => new Map(messagesIn(JSON.parse(file.text)))

/** The arguments of a message: `{address}`, `{count, plural, …}`; words within a plural are not arguments. */
const argumentsOf = (message: string): string =>
  [
    ...new Set(
      [...message.matchAll(/(?<!(?:zero|one|two|few|many|other|=\d+) )\{(\w+)(?=[,}])/g)].map(
        ([, name]) => name,
      ),
    ),
  ]
    .filter((name) => name !== undefined && /^[a-z]/.test(name))
    .sort()
    .join(', ')

const differences = (file: TreeFile, wanted: Map<string, string>): Violation[] => {
  const found = messagesOf(file)
  const missing = [...wanted.keys()].filter((key) => !found.get(key)?.trim()).map((key) => `lacks ${key}`)
  const extra = [...found.keys()].filter((key) => !wanted.has(key)).map((key) => `has ${key}, which is gone`)
  const other = [...found]
    .filter(([key, text]) => wanted.has(key) && argumentsOf(text) !== argumentsOf(wanted.get(key) ?? ''))
    .map(([key]) => `${key} takes other arguments`)
  return [...missing, ...extra, ...other].map((message) => violation(file, 0, message))
}

/** QC2, O19: every language is complete, and says the same things with the same arguments. */
export const languagesAreComplete: Law = (tree) => {
  const english = tree.find(({ path }) => path === reference)
  if (english === undefined) return []
  const wanted = messagesOf(english)
  return cataloguesOf(tree).flatMap((file) => differences(file, wanted))
}
