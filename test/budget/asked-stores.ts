import { readdirSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { resolve } from 'node:path'
import { growing } from './growing-tables.ts'

const stores = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .map((file) => `lib/${file}`)
  .filter((file) => /(-store|session-door|outbox)\.ts$/.test(file))

const modelOf = (table: string): string => table.charAt(0).toLowerCase() + table.slice(1)

const readsGrowing = (source: string): boolean =>
  growing.some((table) => source.includes(`"${table}"`) || new RegExp(`\\b${modelOf(table)}\\.`).test(source))

/** `file name` of each function of a store that asks for, or writes, rows of a table that grows. */
export const hotFunctions = (): string[] =>
  stores.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/^(?=(?:export )?const )/m)
      .filter((part) => /=>/.test(part) && readsGrowing(part))
      .map((part) => `${file} ${/const (\w+)/.exec(part)?.[1]}`),
  )

/** Notes which functions of the stores run. */
export const watchStores = async () => {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  const take = async (): Promise<string[]> => {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return result.flatMap(({ url, functions }) => {
      const file = stores.find((one) => url.endsWith(resolve(one)))
      const called = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
      return file ? called.map(({ functionName }) => `${file} ${functionName}`) : []
    })
  }
  return { take, close: () => session.disconnect() }
}
