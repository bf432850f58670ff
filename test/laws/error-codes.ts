import { type Law, type Tree, type TreeFile, violation } from './repository-tree.ts'
import { productOf } from './source-kinds.ts'
import { type Node, nodesOf } from './syntax.ts'

const tablePath = 'lib/kit/errors.ts'

const unwrapped = (node: Node | null): Node | null =>
  node?.type === 'TSSatisfiesExpression' || node?.type === 'TSAsExpression'
    ? unwrapped(node.expression)
    : node

const tableIn = (file: TreeFile): Node | null =>
  unwrapped(nodesOf(file, 'VariableDeclarator').find(({ id }) => id.name === 'errorTable')?.init ?? null)

/** Where each code of the table is declared. */
const codesOf = (tree: Tree): Map<string, { file: TreeFile; start: number }> => {
  const file = tree.find(({ path }) => path === tablePath)
  const rows: Node[] = file ? (tableIn(file)?.properties ?? []) : []
  return new Map(
    rows.map((row) => [row.key.name ?? row.key.value, { file: file as TreeFile, start: row.start }]),
  )
}

const thrownIn = (file: TreeFile): Node[] =>
  nodesOf(file, 'NewExpression').filter(({ callee }) => callee.name === 'AppError')

const flawOf = (thrown: Node, codes: ReadonlySet<string>): string | null => {
  const [code] = thrown.arguments
  if (code?.type !== 'Literal') return null
  return codes.has(code.value) ? null : `throws “${code.value}”, which the table does not know`
}

/** Law 5: what is thrown stands in the table, so that every translator knows it. */
export const thrownCodesAreKnown: Law = (tree) => {
  const codes = new Set(codesOf(tree).keys())
  return productOf(tree).flatMap((file) =>
    thrownIn(file).flatMap((thrown) => {
      const flaw = flawOf(thrown, codes)
      return flaw === null ? [] : [violation(file, thrown.start, flaw)]
    }),
  )
}

/** A code that nobody uses is a promise that nobody keeps. */
export const knownCodesAreUsed: Law = (tree) => {
  const literals = new Set(
    productOf(tree).flatMap((file) =>
      nodesOf(file, 'Literal')
        .filter(({ start }) => file.path !== tablePath || start > (tableIn(file)?.end ?? 0))
        .map(({ value }) => value),
    ),
  )
  return [...codesOf(tree)]
    .filter(([code]) => !literals.has(code))
    .map(([code, { file, start }]) => violation(file, start, `nobody uses “${code}”`))
}

const wordsIn = (catalogue: TreeFile): string[] => Object.keys(JSON.parse(catalogue.text).errors ?? {})

/** Every code has words in every language. */
export const codesHaveWords: Law = (tree) => {
  const codes = [...codesOf(tree).keys()]
  return tree
    .filter(({ path }) => /^messages\/[a-zA-Z-]+\.json$/.test(path) && codes.length > 0)
    .flatMap((file) => {
      const words = wordsIn(file)
      const missing = codes.filter((code) => !words.includes(code))
      return missing.map((code) => violation(file, 0, `has no words for errors.${code}`))
    })
}

const codeOfPage = (path: string): string | null =>
  path.match(/^docs\/errors\/([a-z_-]+)\.md$/)?.[1]?.replaceAll('-', '_') ?? null

/** The `type` of a problem is a page: once such pages exist, each code has one and each page a code. */
export const codesHavePages: Law = (tree) => {
  const codes = codesOf(tree)
  const pages = tree.filter(({ path }) => codeOfPage(path) !== null)
  const told = new Set(pages.map(({ path }) => codeOfPage(path)))
  if (pages.length === 0) return []
  const untold = [...codes].filter(([code]) => !told.has(code))
  const stale = pages.filter(({ path }) => !codes.has(codeOfPage(path) ?? ''))
  return [
    ...untold.map(([code, { file, start }]) =>
      violation(file, start, `“${code}” has no page in docs/errors: npm run docs:errors`),
    ),
    ...stale.map((page) => violation(page, 0, 'tells of a code that does not exist')),
  ]
}
