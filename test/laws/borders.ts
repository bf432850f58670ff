import { type Import, importsOf, targetOf } from './imports.ts'
import { type Law, type TreeFile, violation } from './repository-tree.ts'
import { isHouse, isIsland, productOf, sourcesOf } from './source-kinds.ts'
import { isMember, nodesOf, propertyName, syntaxOf } from './syntax.ts'

const mayReadEnvironment = (path: string): boolean =>
  /^(lib\/kit|bank|demo)\/env\.ts$|^(scripts|test|e2e|bench)\/|\.config\.(ts|mjs)$/.test(path) ||
  path in environmentReaders

/** Files that cannot take the environment by argument, each with the reason. */
const environmentReaders: Readonly<Record<string, string>> = {
  'prisma/engine/schema-engine.ts':
    'a program that the Prisma CLI starts; the environment is its only argument',
  'instrumentation.ts': 'Next.js decides at build time by the literal process.env.NEXT_RUNTIME',
}

/** The environment is parsed in one file a program, and nowhere else read. */
export const environmentHasOneDoor: Law = (tree) =>
  sourcesOf(tree)
    .filter(({ path }) => !mayReadEnvironment(path) && !/\.test\.ts$/.test(path))
    .flatMap((file) => {
      const members = nodesOf(file, 'MemberExpression').filter((node) => isMember(node, 'process', 'env'))
      const imported = importsOf(file).filter((one) => /^(node:)?process$/.test(one.specifier))
      return [...members, ...imported].map(({ start }) => violation(file, start, 'reads the environment'))
    })

const isFramework = ({ specifier }: Import): boolean => specifier === 'next' || specifier.startsWith('next/')
const mayUseFramework = (path: string): boolean =>
  /^(lib\/web|app)\/|^(next\.config|proxy|instrumentation)\.ts$/.test(path)

/** Next.js is known to the doors alone. */
export const frameworkStaysAtTheDoors: Law = (tree) =>
  productOf(tree)
    .filter(({ path }) => !mayUseFramework(path))
    .flatMap((file) =>
      importsOf(file)
        .filter(isFramework)
        .map((one) => violation(file, one.start, `imports ${one.specifier}`)),
    )

const databaseRefusal = (file: TreeFile, one: Import): string | null => {
  const target = targetOf(file, one) ?? one.specifier
  if (/^lib\/db\/client(\.ts)?$/.test(target)) return 'imports the bare database client'
  const isEnum = /^lib\/db\/generated\/enums(\.ts)?$/.test(target)
  const isGenerated = (target.startsWith('lib/db/generated') && !isEnum) || target.startsWith('@prisma/')
  if (!isGenerated || file.path.startsWith('prisma/engine/')) return null
  if (!one.isTypeOnly) return 'imports the database client as a value'
  return file.path.endsWith('-store.ts') ? null : 'imports types of the database outside a store'
}

/** Law 4: the client that sees every tenant is known to lib/db alone. */
export const bareClientStaysInItsRoom: Law = (tree) =>
  productOf(tree)
    .filter(({ path }) => !path.startsWith('lib/db/'))
    .flatMap((file) =>
      importsOf(file).flatMap((one) => {
        const message = databaseRefusal(file, one)
        return message === null ? [] : [violation(file, one.start, message)]
      }),
    )

const tableAccesses = (file: TreeFile): number[] => {
  const members = nodesOf(file, 'MemberExpression').filter((node) => propertyName(node) === 'tables')
  const taken = nodesOf(file, 'ObjectPattern').filter((node) =>
    node.properties.some((property: { key?: { name?: string } }) => property.key?.name === 'tables'),
  )
  const pastTheClient = importsOf(file).filter((one) => targetOf(file, one) === 'lib/db/ask.ts')
  return [...members, ...taken, ...pastTheClient].map(({ start }) => start)
}

const isStore = (path: string): boolean => path.endsWith('-store.ts')
const isAboveTheRooms = (path: string): boolean => /^(app|lib\/(flow|console|web|compat|jobs))\//.test(path)

/** A room asks the database in its `…-store.ts` and nowhere else; above the rooms nobody asks it. */
export const onlyStoresAskTheDatabase: Law = (tree) =>
  productOf(tree)
    .filter(({ path }) => /^(lib|app)\//.test(path) && !path.startsWith('lib/db/'))
    .filter(({ path }) => !isStore(path) || isAboveTheRooms(path))
    .flatMap((file) =>
      tableAccesses(file).map((at) => violation(file, at, 'asks the database outside a store')),
    )

const unscoped = new Set(['scopeDoors', 'sharedTables', 'staffTables', 'houseTables'])
/** The directory is shared by all tenants, and the worker finds the tenant of a job by the row that ordered it. */
const mayLookUnscoped = (path: string): boolean =>
  (isStore(path) && !isAboveTheRooms(path)) || /^(lib\/(db|institutions|jobs)|prisma|scripts)\//.test(path)

/** Law 4: the few look-ups without a tenant are made where a scope begins, and nowhere else. */
export const scopeIsFoundInStores: Law = (tree) =>
  productOf(tree)
    .filter(({ path }) => !mayLookUnscoped(path))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ names }) => names.some((name) => unscoped.has(name)))
        .map(({ start }) => violation(file, start, 'looks beyond its tenant')),
    )

const isNewDate = (node: { type: string; callee?: { name?: string }; arguments?: unknown[] }): boolean =>
  node.type === 'NewExpression' && node.callee?.name === 'Date' && node.arguments?.length === 0

/** The journey is a pure fold: no clock, no chance, no waiting, no module of the machine. */
export const journeyIsPure: Law = (tree) =>
  productOf(tree)
    .filter(({ path }) => path.startsWith('lib/journey/'))
    .flatMap((file) => {
      const impure = syntaxOf(file).nodes.filter(
        (node) =>
          isNewDate(node as never) ||
          isMember(node, 'Date', 'now') ||
          isMember(node, 'Math', 'random') ||
          node.type === 'AwaitExpression',
      )
      const machine = importsOf(file).filter(({ specifier }) => specifier.startsWith('node:'))
      return [...impure, ...machine].map(({ start }) => violation(file, start, 'is not pure'))
    })

const bindsFetch = (file: TreeFile): boolean =>
  syntaxOf(file).nodes.some(
    (node) =>
      (node.type === 'Property' && node.value?.type === 'Identifier' && node.value.name === 'fetch') ||
      (node.type === 'VariableDeclarator' && node.id.name === 'fetch') ||
      (/Function/.test(node.type) &&
        (node.params ?? []).some((one: { name?: string }) => one.name === 'fetch')),
  )

/** The one place that hands the global `fetch` to the connectors. */
const handsFetchOut = 'lib/connections/connector-call.ts'

/** Requests leave through lib/kit, or through a `fetch` that was handed in: a connector can then be tried on any bank. */
export const requestsLeaveByOneDoor: Law = (tree) =>
  productOf(tree)
    .filter((file) => isHouse(file) && !isIsland(file) && !file.path.startsWith('lib/kit/'))
    .filter(({ path }) => path !== handsFetchOut)
    .flatMap((file) =>
      syntaxOf(file)
        .nodes.filter(
          (node) =>
            (node.type === 'CallExpression' && node.callee.name === 'fetch' && !bindsFetch(file)) ||
            isMember(node, 'globalThis', 'fetch'),
        )
        .map(({ start }) => violation(file, start, 'calls the global fetch')),
    )
