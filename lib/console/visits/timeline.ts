import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import { isStepId, type StepId } from '#lib/journey/step-ids.ts'
import type { SessionEventRow } from '#lib/sessions/session-store.ts'

/** What a person was told that went wrong: a fault of the bank, or a field that was refused, with the numbers in its words. */
export type SeenProblem =
  | { readonly kind: 'fault'; readonly code: FaultCode }
  | { readonly kind: 'field'; readonly code: string; readonly values: Readonly<Record<string, number>> }

export type TimelineEntry = {
  readonly at: Date
  readonly name: string
  readonly problems: readonly SeenProblem[]
  /** A word of a closed list that belongs to the name: the language chosen, how the visit or a comparison ended. */
  readonly word: string | null
}

/** A stay at one step, `step` null before the first. `seconds` until the next began, or what is known of the visit ends. */
export type Chapter = {
  readonly step: StepId | null
  readonly at: Date
  readonly seconds: number
  readonly entries: readonly TimelineEntry[]
}

type Detail = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Detail => typeof value === 'object' && value !== null

const numbersOf = (values: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(isRecord(values) ? values : {}).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value]] : [],
    ),
  )

const problemsOf = ({ fault, problems }: Detail): SeenProblem[] => {
  if (typeof fault === 'string' && fault in faults) return [{ kind: 'fault', code: fault as FaultCode }]
  return (Array.isArray(problems) ? problems : []).flatMap((one: unknown): SeenProblem[] =>
    isRecord(one) && typeof one.code === 'string' && /^[a-z0-9_]{1,40}$/.test(one.code)
      ? [{ kind: 'field', code: one.code, values: numbersOf(one.values) }]
      : [],
  )
}

const wordNames = ['outcome', 'language', 'decision'] as const

const entryOf = ({ at, name, detail }: SessionEventRow): TimelineEntry => {
  const told = isRecord(detail) ? detail : {}
  const word = wordNames.map((key) => told[key]).find((value) => typeof value === 'string')
  return { at, name, problems: problemsOf(told), word: word && /^[a-z_]{1,20}$/.test(word) ? word : null }
}

/** What the bank says comes while the person is somewhere else; it does not mean that they went back to the sign-in. */
const comesByItself = ['login_accepted', 'login_failed']

const opensChapter = ({ name, step }: SessionEventRow, current: StepId | null): boolean =>
  step !== null && isStepId(step) && step !== current && !comesByItself.includes(name)

/**
 * A visit step by step, from its journal. Of details only what is named here is read: an event of tomorrow that holds
 * more shows no more (O15).
 */
export const timelineOf = (events: readonly SessionEventRow[], span: { from: Date; to: Date }): Chapter[] => {
  const opened: { step: StepId | null; at: Date; entries: TimelineEntry[] }[] = []
  for (const event of events) {
    const current = opened.at(-1)
    if (!current || opensChapter(event, current.step)) {
      const step = event.step !== null && isStepId(event.step) ? event.step : null
      opened.push({ step, at: current ? event.at : span.from, entries: [] })
    }
    opened.at(-1)?.entries.push(entryOf(event))
  }
  return opened.map((chapter, index) => {
    const until = opened[index + 1]?.at ?? span.to
    const seconds = Math.max(0, Math.round((until.getTime() - chapter.at.getTime()) / 1_000))
    return { ...chapter, seconds }
  })
}

export type Advice = 'answer' | 'login' | 'later' | 'never' | 'code' | 'field'

/** What to tell a person who met this: the page said it too, but who calls has not read it or does not see how. */
export const adviceFor = (problem: SeenProblem): Advice => {
  if (problem.kind === 'fault') return faults[problem.code].retry
  return problem.code.startsWith('code_') ? 'code' : 'field'
}

/** What the person saw last that went wrong, unless they came on from there. */
export const lastProblem = (chapters: readonly Chapter[]): SeenProblem | null => {
  const entries = chapters.flatMap((chapter) => chapter.entries)
  const index = entries.findLastIndex(({ problems }) => problems.length > 0)
  const goesOn = ['identity_given', 'identity_verified', 'login_accepted', 'accounts_chosen', 'consent_given']
  if (index < 0 || entries.slice(index + 1).some(({ name }) => goesOn.includes(name))) return null
  return entries[index]?.problems[0] ?? null
}
