import { expect } from 'vitest'
import type { Answer } from './dialect-world.ts'

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Every GUID by the order in which it appears: the same one keeps its name through request and answer. */
const nameGuids = (text: string): string => {
  const names = new Map<string, string>()
  return text.replace(guid, (found) => {
    if (!names.has(found)) names.set(found, `guid ${names.size + 1}`)
    return names.get(found) as string
  })
}

const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value)

/** Of a history the first line, by the kinds of its values: what happened is the bank’s business and changes daily. */
const shapeOfHistory = (rows: readonly Record<string, unknown>[]) =>
  rows
    .slice(0, 1)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          name === 'Debit' || name === 'Credit' ? 'number or null' : kindOf(value),
        ]),
      ),
    )

const steady = (name: string, value: unknown): unknown => {
  if (name === 'Transactions') return shapeOfHistory(value as Record<string, unknown>[])
  if (name === 'Base64Bytes') return 'base64'
  if (name === 'Count') return 'number'
  if (name === 'Iterables')
    return (value as string[]).map((option) => (option.length > 200 ? 'base64 of a picture' : option))
  if (name === 'UniqueId') return '32 hexadecimal digits'
  if (/^(LastRefresh|LastRefreshDate)$/.test(name)) return value === '0001-01-01T00:00:00' ? value : 'instant'
  if (/^(Available|Current|Limit)$/.test(name)) return value === null ? null : 'number'
  return value
}

/** What was asked and answered, with everything that changes from day to day named by its kind. */
export const goldenOf = ({ asked, status, body }: Answer): string => {
  const { headers, ...request } = asked
  const told = { request: { ...request, headers }, response: { status, body } }
  return `${nameGuids(JSON.stringify(told, (name, value) => steady(name, value), 2))}\n`
}

/** Holds an exchange against its golden file. */
export const expectGolden = (name: string, answer: Answer): Promise<void> =>
  expect(goldenOf(answer)).toMatchFileSnapshot(
    new URL(`./golden/${name}.json`, import.meta.url).pathname,
  ) as Promise<void>
