import { posix } from 'node:path'
import { type Law, type TreeFile, violation } from './repository-tree.ts'
import { productOf, sourcesOf } from './source-kinds.ts'
import { syntaxOf } from './syntax.ts'

const shapeless = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'services'])

/** A name says what a thing is: the folders and files that could hold anything do not exist. */
export const namesSayWhat: Law = (tree) =>
  sourcesOf(tree).flatMap((file) => {
    const names = file.path.split('/').map((name) => name.replace(/\..*$/, ''))
    return names
      .filter((name) => shapeless.has(name))
      .map((name) => violation(file, 0, `“${name}” could hold anything`))
  })

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
/** Next.js writes parameters, groups and private folders with signs of their own: `[token]`, `(staff)`, `_ui`. */
const withoutSigns = (name: string): string => name.replace(/^_/, '').replace(/^[[(]+(\.\.\.)?|[\])]+$/g, '')
const isNextParameter = (name: string): boolean => /^\[+(\.\.\.)?[a-z][A-Za-z]*\]+$/.test(name)
/** The address of the compat dialect, spelt as its clients know it. */
const isDialectAddress = (path: string): boolean => /^app\/(v2|v3)\//.test(path)

const isWellNamed = (path: string): boolean =>
  path.split('/').every((name, index, names) => {
    if (isNextParameter(name) || kebab.test(withoutSigns(name))) return true
    return isDialectAddress(path) && index < names.length - 1
  })

export const filesAreKebabCase: Law = (tree) =>
  sourcesOf(tree)
    .filter(({ path }) => !isWellNamed(path))
    .map((file) => violation(file, 0, 'is not kebab-case'))

/**
 * No file that only passes on what others export: it hides where a thing lives, and ties rooms together.
 * A route may: two addresses then share a door.
 */
export const noBarrels: Law = (tree) =>
  productOf(tree)
    .filter(({ path }) => !/^app\/(.*\/)?route\.tsx?$/.test(path))
    .filter((file) => {
      const { body } = syntaxOf(file)
      return (
        body.length > 0 &&
        body.every((one) => one.type.startsWith('Export') && one.source !== null && one.source !== undefined)
      )
    })
    .map((file) => violation(file, 0, 'only re-exports'))

const nextFiles =
  /^app\/(.*\/)?(page|layout|template|error|global-error|loading|not-found|default|icon|apple-icon|opengraph-image|sitemap|robots|manifest)\.tsx?$/

const mayExportDefault = (path: string): boolean =>
  nextFiles.test(path) ||
  /\.config\.(ts|mjs|js)$/.test(path) ||
  /^(e2e|test)\/(.*\/)?global-(setup|teardown)\.ts$/.test(path)

const exportsDefault = (file: TreeFile) =>
  syntaxOf(file).body.filter(
    (node) =>
      node.type === 'ExportDefaultDeclaration' ||
      (node.type === 'ExportNamedDeclaration' &&
        node.specifiers.some((one: { exported: { name?: string } }) => one.exported.name === 'default')),
  )

/** A thing has one name everywhere; only frameworks that demand it get a default export. */
export const noDefaultExports: Law = (tree) =>
  sourcesOf(tree)
    .filter(({ path }) => !mayExportDefault(path))
    .flatMap((file) =>
      exportsDefault(file).map((node) =>
        violation(file, node.start, `default export in ${posix.basename(file.path)}`),
      ),
    )
