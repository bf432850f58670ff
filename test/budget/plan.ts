import type pg from 'pg'
import type { Statement } from '../database/statements-of.ts'
import { growing } from './growing-tables.ts'

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Total Cost': number
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly Plan[]
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

export const isPlanned = ({ text }: Statement): boolean =>
  /^\s*(select|insert|update|delete|with)/i.test(text)

export const told = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/SELECT .*? FROM/, 'select … from')
    .slice(0, 400)

const planOf = async (database: pg.Client, asked: string, values: readonly unknown[] = []): Promise<Plan> =>
  (await database.query(asked, [...values])).rows[0]['QUERY PLAN'][0].Plan

/** What making a plan is reckoned to cost: a thousand operators for each table, and for the statement. */
const planningCost = (plan: Plan): number =>
  2.5 * (1 + nodesOf(plan).filter((node) => node['Relation Name'] !== undefined).length)

/** The plan for the values, and the one for any values, which PostgreSQL keeps where it seems to cost no more. */
const plansOf = async (database: pg.Client, { text, values }: Statement) => {
  const custom = await planOf(database, `explain (format json) ${text}`, values)
  const generic = await planOf(database, `explain (generic_plan, format json) ${text}`)
  const isKept = generic['Total Cost'] < custom['Total Cost'] + planningCost(custom)
  return { custom, generic, isKept }
}

/** The growing tables that a statement reads from end to end, by either of its plans. */
export const scansOf = async (database: pg.Client, statement: Statement): Promise<string[]> => {
  const { custom, generic, isKept } = await plansOf(database, statement)
  return [custom, ...(isKept ? [generic] : [])]
    .flatMap(nodesOf)
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name'] ?? '')
    .filter((table) => growing.includes(table))
}

const literal = (database: pg.Client, value: unknown): string =>
  value === null || value === undefined
    ? 'null'
    : typeof value === 'number' || typeof value === 'bigint'
      ? String(value)
      : database.escapeLiteral(textOf(value))

const textOf = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(textOf(one))).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * So many rows PostgreSQL looks at to answer a question, by the plan for any values: it knows none of them. `mayKnow`:
 * by the one for its values, where PostgreSQL would go on making that.
 */
export const rowsRead = async (
  database: pg.Client,
  { text, values }: Statement,
  { mayKnow = false } = {},
): Promise<number> => {
  const isKept = !mayKnow || (await plansOf(database, { text, values })).isKept
  await database.query(`set plan_cache_mode = force_${isKept ? 'generic' : 'custom'}_plan`)
  await database.query(`prepare counted as ${text}`)
  const given = values.length > 0 ? `(${values.map((value) => literal(database, value)).join(', ')})` : ''
  const plan = await planOf(database, `explain (analyze, format json) execute counted${given}`)
  await database.query('deallocate counted')
  await database.query('reset plan_cache_mode')
  const read = nodesOf(plan)
    .filter((node) => /Scan$/.test(node['Node Type']) && node['Node Type'] !== 'Bitmap Index Scan')
    .map((node) => {
      const rows = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
      return (rows + (node['Rows Removed by Index Recheck'] ?? 0)) * (node['Actual Loops'] ?? 1)
    })
  return Math.round(read.reduce((sum, one) => sum + one, 0))
}
