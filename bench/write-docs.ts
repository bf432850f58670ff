// Puts the tables of the last runs into docs/performance.md, between their marks.
//   npm run docs:performance
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../scripts/db/prisma.ts'
import type { Machine } from './machine.ts'
import { headOf, type Line, rowOf } from './table.ts'

type Report = {
  readonly at: string
  readonly machine: Machine
  readonly load: { readonly before: number; readonly after: number }
  /** A table that was written as it is; else made of `lines`. */
  readonly markdown?: string
  readonly lines?: readonly Line[]
}

const aboutRun = ({ at, machine, load }: Report): string =>
  `Measured on ${at.slice(0, 10)}: ${machine.cores} × ${machine.processor}, ${machine.memoryGb} GB, Node ${machine.node}, ` +
  `load ${load.before.toFixed(1)} before and ${load.after.toFixed(1)} after.`

const tableOf = (report: Report): string =>
  report.markdown ?? [headOf(), ...(report.lines ?? []).map(rowOf)].join('\n')

const places: Readonly<Record<string, string>> = {
  bench: 'bench.json',
  growth: 'bench-growth.json',
  pages: 'bench-pages.json',
  lighthouse: 'bench-lighthouse.json',
}

/** What stands between `<!-- name -->` and `<!-- /name -->` becomes the table of the last run; no run, no change. */
export const writeDocs = (): void => {
  const file = join(root, 'docs/performance.md')
  let text = readFileSync(file, 'utf8')
  for (const [name, json] of Object.entries(places)) {
    const path = join(root, '.portico', json)
    if (!existsSync(path)) continue
    const report = JSON.parse(readFileSync(path, 'utf8')) as Report
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const [before, rest] = text.split(begin)
    const after = rest?.split(end)[1]
    if (after === undefined) throw new Error(`docs/performance.md has no place for ${name}`)
    text = `${before}${begin}\n${aboutRun(report)}\n\n${tableOf(report)}\n${end}${after}`
  }
  writeFileSync(file, text)
}

if (import.meta.main) writeDocs()
