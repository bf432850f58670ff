import { expect, it } from 'vitest'
import { adviceFor, lastProblem, timelineOf } from './timeline.ts'

const from = new Date('2026-11-20T10:00:00Z')
const second = (n: number) => new Date(from.getTime() + n * 1_000)
let id = 0n
const event = (n: number, name: string, step: string | null, detail: object = {}) =>
  ({ id: id++, tenantId: 'ten_1', sessionId: 'ses_1', name, step, detail, at: second(n) }) as never

const wrongCode = { problems: [{ code: 'code_wrong', values: { triesLeft: 2 } }] }
const visit = [
  event(2, 'step_shown', 'identity'),
  event(40, 'identity_given', 'identity'),
  event(41, 'step_shown', 'verify'),
  event(60, 'problem_shown', 'verify', wrongCode),
  event(70, 'identity_verified', 'verify'),
  event(71, 'step_shown', 'login'),
  event(90, 'login_submitted', 'login'),
  event(91, 'step_shown', 'mfa'),
  event(95, 'login_failed', 'login', { fault: 'login_locked' }),
  event(99, 'visit_ended', null, { outcome: 'abandoned' }),
]

it('tells a visit step by step, how long each took and what was met there', () => {
  const chapters = timelineOf(visit, { from, to: second(100) })
  expect(chapters.map(({ step, seconds }) => [step, seconds])).toEqual([
    ['identity', 41],
    ['verify', 30],
    ['login', 20],
    ['mfa', 9],
  ])
  expect(chapters[1]?.entries[1]?.problems).toEqual([
    { kind: 'field', code: 'code_wrong', values: { triesLeft: 2 } },
  ])
  expect(chapters[3]?.entries.at(-1)).toMatchObject({ name: 'visit_ended', word: 'abandoned' })
})

it('names what the person saw last that went wrong, and what to tell them', () => {
  const chapters = timelineOf(visit, { from, to: second(100) })
  const problem = lastProblem(chapters)
  expect(problem).toEqual({ kind: 'fault', code: 'login_locked' })
  expect(problem && adviceFor(problem)).toBe('never')
  // Who came on from a wrong code has no trouble any more.
  expect(lastProblem(timelineOf(visit.slice(0, 6), { from, to: second(80) }))).toBeNull()
  expect(adviceFor({ kind: 'field', code: 'code_wrong', values: {} })).toBe('code')
  expect(adviceFor({ kind: 'field', code: 'email_invalid', values: {} })).toBe('field')
})

it('shows of a journal nothing but codes, numbers and words of closed lists (O15)', () => {
  const canary = 'Canary Sparrow 4511'
  const told = timelineOf(
    [
      event(1, 'problem_shown', 'identity', {
        typed: canary,
        problems: [
          { code: canary, values: { fullName: canary } },
          { code: 'name_invalid', values: { fullName: canary } },
        ],
      }),
      event(2, 'login_failed', 'login', { fault: canary, answer: canary, language: canary }),
    ],
    { from, to: second(3) },
  )
  expect(JSON.stringify(told)).not.toContain('Canary')
  expect(told[0]?.entries[0]?.problems).toEqual([{ kind: 'field', code: 'name_invalid', values: {} }])
})
