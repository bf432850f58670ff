import { importsOf, targetOf } from './imports.ts'
import { type Law, type Tree, type TreeFile, type Violation, violation } from './repository-tree.ts'
import { isIsland, productOf } from './source-kinds.ts'
import { type Node, nodesOf, propertyName, syntaxOf } from './syntax.ts'

const maxCodeLines = 25
const verbs = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

const routesOf = (tree: Tree): Tree =>
  productOf(tree).filter(({ path }) => /^app\/(.*\/)?route\.tsx?$/.test(path))

/** Lines that are neither blank nor comment. */
export const codeLinesOf = (file: TreeFile): number => {
  const spans = syntaxOf(file).comments
  const blanked = spans.reduceRight(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end),
    file.text,
  )
  return blanked.split('\n').filter((line) => line.trim() !== '').length
}

const namesDeclared = (declaration: Node | null): string[] => {
  if (declaration === null) return []
  return (declaration.declarations ?? [declaration]).flatMap((one: Node) => {
    if (one.id?.type !== 'ObjectPattern') return one.id?.name ?? []
    return one.id.properties.map((property: Node) => property.value?.name)
  })
}

const verbsOf = (file: TreeFile): string[] =>
  nodesOf(file, 'ExportNamedDeclaration')
    .flatMap((node) => [
      ...namesDeclared(node.declaration),
      ...node.specifiers.map((one: { exported: { name: string } }) => one.exported.name),
    ])
    .filter((name) => verbs.has(name))

const headerOf = (file: TreeFile): string => {
  const first = syntaxOf(file).body[0]?.start ?? file.text.length
  return syntaxOf(file)
    .comments.filter(({ end }) => end <= first)
    .map(({ value }) => value)
    .join('\n')
}

const flawsOf = (file: TreeFile): Violation[] => {
  const header = headerOf(file)
  const untold = verbsOf(file).filter((verb) => !header.includes(verb))
  const length = codeLinesOf(file)
  return [
    ...untold.map((verb) => violation(file, 0, `no header comment that tells of ${verb}`)),
    ...(length > maxCodeLines
      ? [violation(file, 0, `${length} lines of code, at most ${maxCodeLines}`)]
      : []),
  ]
}

/** Law 1: a door declares, delegates, translates. Its header says verb, path, who may call, why. */
export const doorsAreThin: Law = (tree) => routesOf(tree).flatMap(flawsOf)

/** A door knows the house by its flows, never by its tables; it may ask whether the database is up. */
export const doorsKnowNoDatabase: Law = (tree) =>
  productOf(tree)
    .filter(({ path }) => path.startsWith('app/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((one) => /^(lib\/db\/|@prisma\/)/.test(targetOf(file, one) ?? one.specifier))
        .filter(({ names }) => names.join() !== 'isDatabaseUp')
        .map((one) => violation(file, one.start, `imports ${one.specifier}`)),
    )

/** `….searchParams.get(…)`; to hand the whole of them to lib/web is delegating. */
const isParameter = (member: Node): boolean =>
  member.object.type === 'MemberExpression' && propertyName(member.object) === 'searchParams'

const isRawRead = ({ callee, arguments: given }: Node): boolean => {
  if (callee.type !== 'MemberExpression') return false
  const name = propertyName(callee)
  return (
    name === 'formData' || ((name === 'json' || name === 'text') && given.length === 0) || isParameter(callee)
  )
}

/** Law 7: what a request says is parsed in lib/web, so that no door can forget a limit or a schema. */
export const requestsAreParsedInWeb: Law = (tree) =>
  productOf(tree)
    .filter((file) => file.path.startsWith('app/') && !isIsland(file))
    .flatMap((file) =>
      nodesOf(file, 'CallExpression')
        .filter(isRawRead)
        .map(({ start }) => violation(file, start, 'reads the request itself')),
    )
