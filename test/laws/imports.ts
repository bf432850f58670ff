import { posix } from 'node:path'
import type { Tree, TreeFile } from './repository-tree.ts'
import { type Node, syntaxOf } from './syntax.ts'

/** One import of a file. `names` are the imported names (`*` for a whole module), empty where nothing is bound. */
export type Import = {
  readonly specifier: string
  readonly start: number
  readonly isTypeOnly: boolean
  readonly names: readonly string[]
  readonly isReexport: boolean
}

const nameIn = (specifier: Node): string =>
  specifier.imported?.name ?? specifier.local?.name ?? specifier.local?.value ?? '*'

const boundNames = (node: Node): string[] =>
  (node.specifiers ?? []).map((specifier: Node) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return '*'
    return specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameIn(specifier)
  })

const areAllTypes = (node: Node): boolean => {
  const specifiers: Node[] = node.specifiers ?? []
  if ((node.importKind ?? node.exportKind) === 'type') return true
  return specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type')
}

const importIn = (node: Node): Import | null => {
  const source = node.source
  if (source?.type !== 'Literal' || typeof source.value !== 'string') return null
  const found = { specifier: source.value, start: node.start }
  if (node.type === 'TSImportType') return { ...found, isTypeOnly: true, names: ['*'], isReexport: false }
  if (node.type === 'ImportExpression')
    return { ...found, isTypeOnly: false, names: ['*'], isReexport: false }
  const names = node.type === 'ExportAllDeclaration' ? ['*'] : boundNames(node)
  return { ...found, isTypeOnly: areAllTypes(node), names, isReexport: node.type !== 'ImportDeclaration' }
}

/** Every import, re-export, dynamic import and `import('…')` type of a file. */
export const importsOf = (file: TreeFile): Import[] =>
  syntaxOf(file)
    .nodes.map(importIn)
    .filter((found) => found !== null)

/** The path within the repository that an import names, `null` for a package or a built-in module. */
export const targetOf = (file: TreeFile, { specifier }: Import): string | null => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file.path), specifier)
  return specifier.startsWith('#') ? specifier.slice(1) : null
}

/** Which file of the tree imports which, by path; imports that lead out of the tree are left out. */
export const importGraph = (files: Tree): Map<string, string[]> => {
  const paths = new Set(files.map((file) => file.path))
  const inTree = (target: string): string[] =>
    ['', '.ts', '.tsx', '/index.ts'].map((ending) => target + ending).filter((path) => paths.has(path))
  const edges = (file: TreeFile): string[] =>
    importsOf(file).flatMap((one) => {
      const target = targetOf(file, one)
      return target === null ? [] : inTree(target).slice(0, 1)
    })
  return new Map(files.map((file) => [file.path, [...new Set(edges(file))]]))
}
