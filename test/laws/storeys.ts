import { importGraph, importsOf, targetOf } from './imports.ts'
import { type Law, type Tree, type TreeFile, violation } from './repository-tree.ts'
import { isHouse, productOf } from './source-kinds.ts'

/** The plan of the house: a room imports only from rooms on a lower line. */
export const storeys: readonly (readonly string[])[] = [
  ['kit'],
  ['db', 'journey', 'connectors'],
  ['vault', 'audit'],
  ['tenants', 'institutions'],
  ['links', 'sessions', 'identity', 'consents', 'connections', 'accounts', 'delivery', 'staff', 'funnel'],
  ['flow'],
  ['console'],
  ['web', 'compat'],
  ['jobs'],
]

const storeyOf = (room: string): number => storeys.findIndex((rooms) => rooms.includes(room))

const roomOf = (path: string): string | null => path.match(/^lib\/([^/]+)\//)?.[1] ?? null

const refusal = (room: string, target: string): string | null => {
  const other = roomOf(target)
  if (target.startsWith('messages/')) return null
  if (other === null) return `${room} reaches out of lib, to ${target}`
  if (other === room) return null
  if (storeyOf(other) === -1) return `${other} is in no storey`
  if (storeyOf(other) === storeyOf(room)) return `${room} imports sideways from ${other}`
  return storeyOf(other) > storeyOf(room) ? `${room} imports upward from ${other}` : null
}

const inRoom = (file: TreeFile, room: string): string[] =>
  importsOf(file).flatMap((one) => {
    const target = targetOf(file, one)
    const message = target === null ? null : refusal(room, target)
    return message === null ? [] : [violation(file, one.start, message)]
  })

/** A room imports only from lower storeys, types included, and every room of lib stands in the table. */
export const roomsImportDownward: Law = (tree) =>
  productOf(tree)
    .filter(({ path }) => path.startsWith('lib/'))
    .flatMap((file) => {
      const room = roomOf(file.path)
      if (room === null || storeyOf(room) === -1) return [violation(file, 0, 'stands in no storey')]
      return inRoom(file, room)
    })

const cyclesIn = (graph: Map<string, string[]>): string[][] => {
  const cycles: string[][] = []
  const state = new Map<string, 'open' | 'closed'>()
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'closed') return
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path])
      return
    }
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'closed')
  }
  for (const path of graph.keys()) visit(path, [])
  return cycles
}

/** No file imports itself by way of others, types included, anywhere in the product. */
export const importsHaveNoCycle: Law = (tree) =>
  cyclesIn(importGraph(productOf(tree))).map((cycle) => `${cycle[0]}:1 cycle ${cycle.join(' → ')}`)

const isForeign = (program: string, target: string): boolean => !target.startsWith(`${program}/`)
const programs = ['bank', 'demo', 'embed']

const reachesOf = (file: TreeFile, program: string): string[] =>
  importsOf(file).flatMap((one) => {
    const target = targetOf(file, one)
    if (target === null || !isForeign(program, target) || target.startsWith('messages/')) return []
    return [violation(file, one.start, `${program} is a program of its own and imports ${target}`)]
  })

/** The sandbox bank, the demo client and the embed SDK import nothing of the house, and the house nothing of them. */
export const programsStandApart: Law = (tree) =>
  programs.flatMap((program) =>
    productOf(tree)
      .filter(({ path }) => path.startsWith(`${program}/`))
      .flatMap((file) => reachesOf(file, program)),
  )

const outwardOf = (file: TreeFile): string[] =>
  importsOf(file).flatMap((one) => {
    const target = targetOf(file, one)
    if (target === null || !/^(bank|demo|embed|scripts|prisma|e2e|test|bench)\//.test(target)) return []
    return [violation(file, one.start, `the house imports ${target}`)]
  })

/** `app` may use every room, and nothing beside the house. */
export const houseImportsOnlyTheHouse: Law = (tree: Tree) =>
  productOf(tree).filter(isHouse).flatMap(outwardOf)
