import { type Figures, figuresOf, type Run, ratioOf } from './measure.ts'

/** Another server in the same rounds; `ratio` is the portal's figure over its own, the median of the rounds. */
export type Beside = { readonly median: number; readonly p99: number; readonly ratio: number }

/** One thing that was measured. What is not compared, or has no goal, leaves that out. */
export type Line = {
  readonly what: string
  readonly unit: '/s' | 'ms' | 'MB' | 'MB/h'
  readonly portal: Pick<Figures, 'median' | 'least' | 'most'> & { readonly p99?: number }
  readonly bare?: Beside
  readonly next?: Beside
  readonly goal?: string
  readonly isMet?: boolean
}

export const besideOf = (ours: readonly Run[], theirs: readonly Run[]): Beside => {
  const { median, p99 } = figuresOf(theirs)
  return { median, p99, ratio: ratioOf(ours, theirs) }
}

/** A line of a figure that was taken once, or of several that are no rates. */
export const lineOf = (
  what: string,
  unit: Line['unit'],
  values: readonly number[],
  goal?: { readonly says: string; readonly isMet: (median: number) => boolean },
): Line => {
  const { p99: _, ...portal } = figuresOf(values.map((rate) => ({ rate, p99: 0 })))
  return { what, unit, portal, ...(goal ? { goal: goal.says, isMet: goal.isMet(portal.median) } : {}) }
}

const numberOf = (value: number): string =>
  value.toLocaleString('en-CA', { maximumFractionDigits: value < 100 ? 1 : 0 })

const portalCell = ({ portal: { median, least, most }, unit }: Line): string => {
  const gap = unit === '/s' ? '' : ' '
  const spread = least === most ? '' : ` (${numberOf(least)} to ${numberOf(most)})`
  return `${numberOf(median)}${gap}${unit}${spread}`
}

const besideCell = (beside: Beside | undefined, { unit }: Line): string => {
  if (!beside) return ''
  const ratio = beside.ratio >= 2 ? `${beside.ratio.toFixed(1)} ×` : `${(beside.ratio * 100).toFixed(0)} %`
  const p99 = beside.p99 > 0 ? `, p99 ${numberOf(beside.p99)} ms` : ''
  return `**${ratio}** of ${numberOf(beside.median)}${unit === '/s' ? '/s' : ` ${unit}`}${p99}`
}

const goalCell = ({ goal = '', isMet }: Line): string =>
  isMet === undefined ? goal : `${isMet ? '✓' : '✗'} ${goal}`

export const headOf = (): string =>
  [
    '| what | portal: median (spread) | p99 | of a bare server | of plain Next.js | goal |',
    '|---|---|---|---|---|---|',
  ].join('\n')

export const rowOf = (line: Line): string => {
  const p99 = line.portal.p99 === undefined ? '' : `${numberOf(line.portal.p99)} ms`
  const cells = [line.what, portalCell(line), p99, besideCell(line.bare, line), besideCell(line.next, line)]
  return `| ${[...cells, goalCell(line)].join(' | ')} |`
}
