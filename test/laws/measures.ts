import { lineOf, type Tree, type TreeFile } from './repository-tree.ts'
import { isHouse, productOf } from './source-kinds.ts'
import { type Node, syntaxOf } from './syntax.ts'

export type MeasuredFunction = {
  readonly file: TreeFile
  readonly start: number
  readonly lines: number
  readonly positional: number
  readonly hasJsx: boolean
}

export const lineCountOf = (file: TreeFile): number => file.text.trimEnd().split('\n').length

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

const measured = (file: TreeFile, node: Node, jsx: readonly Node[]): MeasuredFunction => ({
  file,
  start: node.start,
  lines: lineOf(file.text, node.end) - lineOf(file.text, node.start) + 1,
  positional: node.params.length,
  hasJsx: jsx.some((one) => one.start >= node.start && one.end <= node.end),
})

/** Every function of a file, also those within others; its lines reach from its first sign to its last. */
export const functionsOf = (file: TreeFile): MeasuredFunction[] => {
  const { nodes } = syntaxOf(file)
  const jsx = nodes.filter(({ type }) => type === 'JSXElement' || type === 'JSXFragment')
  return nodes.filter(({ type }) => functionTypes.has(type)).map((node) => measured(file, node, jsx))
}

/** The value below which `share` of the numbers lie, 0 for none. */
export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const commentLinesOf = (file: TreeFile): number => {
  const lines = new Set<number>()
  for (const { start, end } of syntaxOf(file).comments)
    for (let line = lineOf(file.text, start); line <= lineOf(file.text, end); line++) lines.add(line)
  return lines.size
}

const filledLinesOf = (file: TreeFile): number =>
  file.text.split('\n').filter((line) => line.trim() !== '').length
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Lines that hold a comment, as a share of the lines that are not blank. */
export const commentShareOf = (files: Tree): number =>
  sum(files.map(commentLinesOf)) / Math.max(1, sum(files.map(filledLinesOf)))

export const roomsOf = (tree: Tree): Tree => productOf(tree).filter(({ path }) => path.startsWith('lib/'))

export type Measures = {
  readonly files: number
  readonly fileMedian: number
  readonly fileNinetieth: number
  readonly functionMedian: number
  readonly commentShare: number
}

/** The house in five figures: lines a file, lines a function, and the share of comments in its rooms. */
export const measuresOf = (tree: Tree): Measures => {
  const house = productOf(tree).filter(isHouse)
  const files = house.map(lineCountOf)
  const functions = house.flatMap(functionsOf).map(({ lines }) => lines)
  return {
    files: house.length,
    fileMedian: quantile(files, 0.5),
    fileNinetieth: quantile(files, 0.9),
    functionMedian: quantile(functions, 0.5),
    commentShare: commentShareOf(roomsOf(tree)),
  }
}
