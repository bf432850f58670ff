import { type Law, type TreeFile, type Violation, violation } from './repository-tree.ts'
import { isTest, sourcesOf } from './source-kinds.ts'
import { type Node, nodesOf, propertyName, syntaxOf } from './syntax.ts'

// The patterns are put together from parts, so that this file does not find itself.
const any = (...parts: readonly (readonly string[])[]): RegExp =>
  new RegExp(parts.map((part) => part.join('')).join('|'), 'g')

const machinePaths = any(
  ['(?<![\\w.$}/-])/', '(work|root|home|Users)/[a-z]'],
  ['\\.\\./', 'shared/'],
  ['[A-Z]:\\\\', 'Users'],
  ['/tmp/', '[a-z]'],
)

const findAll = (file: TreeFile, text: string, pattern: RegExp, message: string): Violation[] =>
  [...text.matchAll(pattern)].map(({ index }) => violation(file, index, message))

/** The project speaks of itself alone: nothing in it knows the machine on which it was written. */
export const noMachinePaths: Law = (tree) =>
  tree
    .filter(({ path }) => !path.endsWith('package-lock.json') && !path.startsWith('bench/render/'))
    .flatMap((file) => findAll(file, file.text, machinePaths, 'names a path of somebody’s machine'))

const unfinished = any(['TO', 'DO'], ['FIX', 'ME'], ['\\bX', 'XX\\b'], ['\\bHA', 'CK\\b'])

const commentsOf = (file: TreeFile): readonly { value: string; start: number }[] => syntaxOf(file).comments

/** What is not finished is an issue, not a note in the margin. */
export const nothingIsLeftUnfinished: Law = (tree) => {
  const sources = new Set(sourcesOf(tree))
  return tree.flatMap((file) => {
    if (sources.has(file))
      return commentsOf(file)
        .filter(({ value }) => value.match(unfinished))
        .map(({ start }) => violation(file, start, 'leaves a note of unfinished work'))
    if (!/\.(md|prisma|sql|css|ya?ml)$/.test(file.path)) return []
    return findAll(file, file.text, unfinished, 'leaves a note of unfinished work')
  })
}

const suppression = /@ts-(ignore|nocheck)/
const reasonless = /@ts-expect-error(?!\s*[:–-]?\s*\w+ \w+)|biome-ignore(?!.*: \w+ \w+)/

/** The compiler is not told to look away; the linter only with a reason. */
export const checksAreNotSilenced: Law = (tree) =>
  sourcesOf(tree).flatMap((file) =>
    commentsOf(file)
      .filter(({ value }) => suppression.test(value) || reasonless.test(value))
      .map(({ start }) => violation(file, start, 'silences a check without a reason')),
  )

const suites = new Set(['it', 'test', 'describe', 'suite'])

/** `test` of `test.describe.only`. */
const rootName = (node: Node): string | null =>
  node.type === 'MemberExpression'
    ? rootName(node.object)
    : node.type === 'CallExpression'
      ? rootName(node.callee)
      : (node.name ?? null)

const isSetAside = (node: Node): boolean =>
  ['only', 'skip', 'todo', 'fixme', 'fails', 'skipIf', 'runIf'].includes(propertyName(node) ?? '') &&
  suites.has(rootName(node) ?? '')

const isExcludedCall = (node: Node): boolean => /^[xf](it|describe|test)$/.test(node.callee.name ?? '')

/** Every test runs, everywhere: none is set aside, none pushes the others aside. */
export const everyTestRuns: Law = (tree) =>
  sourcesOf(tree)
    .filter(isTest)
    .flatMap((file) =>
      [
        ...nodesOf(file, 'MemberExpression').filter(isSetAside),
        ...nodesOf(file, 'CallExpression').filter(isExcludedCall),
      ].map(({ start }) => violation(file, start, 'sets a test aside')),
    )

const resolvesLater = (call: Node): boolean => {
  const [first] = call.arguments
  return (
    call.callee.name === 'setTimeout' &&
    first?.type === 'Identifier' &&
    /^(r|resolve|done|ok)$/.test(first.name)
  )
}

/** What the file calls the waiting functions of node:timers/promises. */
const timersIn = (file: TreeFile): string[] =>
  nodesOf(file, 'ImportDeclaration')
    .filter(({ source }) => /timers\/promises$/.test(source.value))
    .flatMap(({ specifiers }) => specifiers.map((one: Node) => one.local.name))

const sleepsIn = (file: TreeFile): Node[] => {
  const names = new Set(['sleep', 'delay', ...timersIn(file)])
  return nodesOf(file, 'CallExpression').filter((call) => {
    if (call.callee.type === 'MemberExpression') return propertyName(call.callee) === 'waitForTimeout'
    return names.has(call.callee.name) || resolvesLater(call)
  })
}

const loops = new Set(['ForStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'])

/** A test waits for a thing, never for a time: sleeps are too short or too long. Looking again in a loop is fine. */
export const noTestSleeps: Law = (tree) =>
  sourcesOf(tree)
    .filter(isTest)
    .flatMap((file) => {
      const looking = syntaxOf(file).nodes.filter(({ type }) => loops.has(type))
      return sleepsIn(file)
        .filter((call) => !looking.some(({ start, end }) => start <= call.start && call.end <= end))
        .map(({ start }) => violation(file, start, 'waits for a time'))
    })
