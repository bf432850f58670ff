import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** A test that failed: the file and name it is found by, and the head of what it said. */
export type Failure = { where: string; why: string }

type VitestFile = {
  name: string
  status: string
  message?: string
  assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
}
export type VitestFailures = { testResults?: VitestFile[] }

type Suite = { specs?: Spec[]; suites?: Suite[] }
type Spec = { title: string; file: string; line: number; tests: { results: Result[] }[] }
type Result = { status: string; error?: { message?: string } }
export type PlaywrightFailures = { suites?: Suite[]; errors?: { message?: string }[] }

/** The failed tests of a Vitest report, and the files of it that did not load. */
export function failuresOfVitest(report: VitestFailures | null, root: string): Failure[] {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    const path = relative(root, file.name)
    if (failed.length === 0 && file.status === 'failed') return [{ where: path, why: head(file.message) }]
    return failed.map(({ fullName, failureMessages }) => ({
      where: `${path}: ${fullName}`,
      why: head(failureMessages?.[0]),
    }))
  })
}

/** The failed tests of a Playwright report; one that passed only when repeated is among them. */
export function failuresOfPlaywright(report: PlaywrightFailures | null): Failure[] {
  const outside = (report?.errors ?? []).map(({ message }) => ({
    where: 'the run itself',
    why: head(message),
  }))
  return [...outside, ...(report?.suites ?? []).flatMap(failuresOfSuite)]
}

function failuresOfSuite({ specs = [], suites = [] }: Suite): Failure[] {
  const own = specs.flatMap(({ title, file, line, tests }) => {
    const bad = tests.flatMap(({ results }) => results).find(({ status }) => !fine.has(status))
    return bad ? [{ where: `e2e/${file}:${line}: ${title}`, why: head(bad.error?.message) }] : []
  })
  return [...own, ...suites.flatMap(failuresOfSuite)]
}

const fine = new Set(['passed', 'skipped'])
const linesShown = 12
/** A counterexample is one line, of any length. */
const lettersShown = 400

function head(message = 'It said nothing.'): string {
  const lines = stripVTControlCharacters(message).trim().split('\n')
  const ours = lines.filter((line) => !/^\s+at (new Promise|.*node_modules)/.test(line))
  return ours.slice(0, linesShown).map(shorten).join('\n')
}

function shorten(line: string): string {
  return line.length > lettersShown ? `${line.slice(0, lettersShown)}…` : line
}

/** The list that closes a bad run, so that its end alone tells what to mend. */
export function listFailures(layer: string, failures: readonly Failure[]): string {
  return failures
    .map(({ where, why }) => `✗ ${layer}: ${where}\n${why.replaceAll(/^/gm, '    ')}`)
    .join('\n\n')
}

/** One line for each, for whoever sees the last lines alone. */
export function nameFailures(layer: string, failures: readonly Failure[]): string {
  return failures.map(({ where }) => shorten(`✗ ${layer}: ${where}`)).join('\n')
}
