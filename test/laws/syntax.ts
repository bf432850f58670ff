import { type Comment, parseSync, visitorKeys } from 'oxc-parser'
import type { TreeFile } from './repository-tree.ts'

/** A syntax node as oxc gives it; fields beyond these are read by the laws that know the type. */
// biome-ignore lint/suspicious/noExplicitAny: the laws read fields of many node types, checked by their tests
export type Node = { type: string; start: number; end: number; [field: string]: any }

export type Syntax = {
  readonly body: readonly Node[]
  readonly nodes: readonly Node[]
  readonly comments: readonly Comment[]
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const childrenOf = (node: Node): Node[] =>
  (visitorKeys[node.type] ?? []).flatMap((key) => node[key]).filter(isNode)

const flatten = (root: Node): Node[] => {
  const found: Node[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node)
    waiting.push(...childrenOf(node))
  }
  return found.sort((a, b) => a.start - b.start)
}

const parse = ({ path, text }: TreeFile): Syntax => {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const root = program as unknown as Node
  return { body: root.body, nodes: flatten(root), comments }
}

const parsed = new WeakMap<TreeFile, Syntax>()

/** The file's syntax, parsed once. Nodes come in the order of their start. */
export const syntaxOf = (file: TreeFile): Syntax => {
  const known = parsed.get(file) ?? parse(file)
  parsed.set(file, known)
  return known
}

export const nodesOf = (file: TreeFile, type: string): Node[] =>
  syntaxOf(file).nodes.filter((node) => node.type === type)

/** The name of a member access, `null` where it is computed from something other than a string. */
export const propertyName = (member: Node): string | null =>
  member.computed
    ? member.property.type === 'Literal'
      ? String(member.property.value)
      : null
    : member.property.name

/** True for `object.property`, both plain names. */
export const isMember = (node: Node, object: string, property: string): boolean =>
  node.type === 'MemberExpression' && node.object.name === object && propertyName(node) === property
