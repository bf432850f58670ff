import { posix } from 'node:path'
import { type Law, type Tree, type TreeFile, type Violation, violation } from './repository-tree.ts'

const decisionsOf = (tree: Tree): Tree => tree.filter(({ path }) => /^docs\/decisions\/(?!README)/.test(path))
const numberOf = ({ path }: TreeFile): string => path.match(/\/(\d{4})-[a-z0-9-]+\.md$/)?.[1] ?? ''
const parts: Readonly<Record<string, RegExp>> = {
  status: /^Status: (proposed|accepted|reversed by \d{4}), \d{4}-\d\d-\d\d\.?$/m,
  Context: /^## Context$/m,
  Decision: /^## Decision$/m,
  Consequences: /^## Consequences$/m,
}

const flawsOf = (file: TreeFile): Violation[] => {
  const number = numberOf(file)
  if (number === '') return [violation(file, 0, 'is not named 0000-in-kebab-case.md')]
  const missing = Object.keys(parts).filter((name) => !parts[name]?.test(file.text))
  const isTitled = file.text.startsWith(`# ${number} `)
  return [
    ...(isTitled ? [] : [violation(file, 0, `does not begin with “# ${number} ”`)]),
    ...missing.map((name) => violation(file, 0, `has no ${name}`)),
  ]
}

/** A decision is found by its number for ever, and says what it rests on and what it costs. */
export const decisionsAreRecorded: Law = (tree) => {
  const decisions = decisionsOf(tree)
  const taken = new Map<string, string>()
  const doubles = decisions.flatMap((file) => {
    const first = taken.get(numberOf(file))
    taken.set(numberOf(file), first ?? file.path)
    return first === undefined || numberOf(file) === ''
      ? []
      : [violation(file, 0, `bears the number of ${first}`)]
  })
  return [...decisions.flatMap(flawsOf), ...doubles]
}

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const anchorsOf = (file: TreeFile): Set<string> =>
  new Set([...file.text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? '')))

const withoutCode = (text: string): string =>
  text.replace(/```[\s\S]*?```|`[^`\n]*`/g, (found) => found.replace(/[^\n]/g, ' '))

const isKnown = (tree: Tree, path: string): boolean =>
  tree.some((file) => file.path === path || file.path.startsWith(`${path.replace(/\/$/, '')}/`))

const brokenIn = (tree: Tree, file: TreeFile, link: string): string | null => {
  const [target = '', anchor] = link.split('#')
  const path = target === '' ? file.path : posix.join(posix.dirname(file.path), target)
  if (!isKnown(tree, path) && !/\.(png|jpe?g|gif|svg|webp)$/.test(path))
    return `links to ${link}, which is not there`
  const page = tree.find((one) => one.path === path)
  if (anchor === undefined || page === undefined) return null
  return anchorsOf(page).has(anchor) ? null : `links to ${link}, a heading that is not there`
}

/** A reader who follows a link of a document arrives. Pictures are checked by the tests that draw them. */
export const linksLeadSomewhere: Law = (tree) =>
  tree
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap((file) =>
      [...withoutCode(file.text).matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].flatMap(
        ({ 1: link = '', index }) => {
          const flaw = brokenIn(tree, file, link)
          return flaw === null ? [] : [violation(file, index, flaw)]
        },
      ),
    )

const manuals = new Set(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'])
const namedPath =
  /`((?:lib|app|bank|demo|embed|prisma|scripts|test|e2e|bench|docs|messages|public)\/[\w./[\]-]+)`/g

/** What the manuals call by its path is there: prose that outlives its files misleads. */
export const namedPathsExist: Law = (tree) =>
  tree
    .filter(({ path }) => manuals.has(path))
    .flatMap((file) =>
      [...file.text.matchAll(namedPath)]
        .filter(({ 1: path = '' }) => !isKnown(tree, path))
        .map(({ 1: path, index }) => violation(file, index, `names ${path}, which is not there`)),
    )

const scriptsIn = (tree: Tree): Set<string> => {
  const manifest = tree.find(({ path }) => path === 'package.json')
  return new Set(Object.keys(JSON.parse(manifest?.text ?? '{}').scripts ?? {}))
}

/** A command that a document tells the reader to type works. */
export const namedCommandsExist: Law = (tree) => {
  const scripts = scriptsIn(tree)
  return tree
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap((file) =>
      [...file.text.matchAll(/\bnpm run ([\w:-]+)/g)]
        .filter(({ 1: name = '' }) => !scripts.has(name))
        .map(({ 1: name, index }) =>
          violation(file, index, `tells to run ${name}, which package.json does not have`),
        ),
    )
}
