import { type Law, type TreeFile, type Violation, violation } from './repository-tree.ts'

// Put together from parts, so that this file does not find itself.
const brand = ['fli', 'nks'].join('')
const named = new RegExp(brand, 'gi')

/** The key by which the dialect's clients ask for the test institution. */
const testInstitution = new RegExp(`${brand}(Capital| Capital)`, 'gi')

const isShownToPeople = (path: string): boolean => /^(messages|app|embed|public|demo)\//.test(path)

/** Where the dialect is spoken, or told to those who come from it. */
const mayName = (path: string): boolean =>
  /^(lib\/(compat|institutions|connectors\/aggregator)|bank|prisma\/(migrations|seed)|test\/dialect)\//.test(
    path,
  ) ||
  /^(docs\/(coming-from-|quick-start-data-api|custom-api|webhooks|decisions\/)|CHANGELOG)/.test(path) ||
  path === 'demo/business/dialect-signature.ts' ||
  /^e2e\/|\.(test|spec)\.tsx?$/.test(path)

const hidden = (text: string): string => text.replace(testInstitution, (found) => '·'.repeat(found.length))

const mentions = (file: TreeFile, text: string): Violation[] =>
  [...text.matchAll(named)].map(({ index }) => violation(file, index, 'names another product'))

/** Portico is its own house: another product's name stands only where its dialect is spoken, and never on a page. */
export const otherProductsStayUnnamed: Law = (tree) =>
  tree
    .filter(({ path }) => !mayName(path) && path !== 'package-lock.json')
    .flatMap((file) => mentions(file, isShownToPeople(file.path) ? file.text : hidden(file.text)))
