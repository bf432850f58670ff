import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../scripts/db/prisma.ts'
import { run } from '../scripts/process/run.ts'
import { type Figures, median } from './measure.ts'
import { type Line, lineOf } from './table.ts'

// Two parts have a database of their own, and so a process of their own; each is a command by itself as well.

const reportOf = async (part: string, args: Record<string, number>, report: string) => {
  const given = Object.entries(args).flatMap(([name, value]) => [`--${name}`, String(value)])
  const ran = await run(process.execPath, [`bench/${part}/run.ts`, ...given], { cwd: root, env: process.env })
  if (ran.code !== 0) throw new Error(`bench/${part}:\n${ran.output}`)
  return JSON.parse(readFileSync(join(root, '.portico', report), 'utf8'))
}

type Compared = { name: string; portal: Figures; bare: Figures; ratio: number }

const named: Readonly<Record<string, string>> = {
  detail: 'data API: cached GetAccountsDetail, 10 accounts, 5,000 transactions',
  authorize: 'data API: Authorize, cached',
  institutions: 'data API: Institutions',
}

export const measureDataApi = async ({ rounds, seconds }: { rounds: number; seconds: number }) => {
  const { results } = await reportOf('data-api', { rounds, seconds }, 'bench-data-api.json')
  return (results as Compared[]).map(({ name, portal, bare, ratio }): Line => {
    const line = { what: named[name] ?? name, unit: '/s' as const, portal, bare: { ...bare, ratio } }
    return name === 'detail' ? { ...line, goal: '≥ 60 % of bare', isMet: ratio >= 0.6 } : line
  })
}

/** The funnel of the console; ten million events fill for long, so that fewer are the rule. */
export const measureFunnel = async (events: number): Promise<Line[]> => {
  const found = await reportOf('funnel', { events, rounds: 5 }, 'bench-funnel.json')
  const of = `${found.events.toLocaleString('en-CA')} events`
  const inMs = (seconds: readonly number[]) => seconds.map((one) => one * 1_000)
  const naive = median(inMs(found.naive))
  return [
    lineOf(`console funnel, ${of}`, 'ms', inMs(found.pages)),
    lineOf(`the same, asked of the events themselves`, 'ms', [naive]),
    lineOf(`events counted for it`, '/s', [found.events / found.counting]),
  ]
}
