import type { Method, Operation } from './operation.ts'

export type Match = {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
}

const segmentsOf = (path: string): string[] => path.split('/').slice(1)

const isParameter = (segment: string): boolean => segment.startsWith('{')

/** The parameters of an address that has the shape of `path`, else null. */
const paramsIn = (path: string, asked: readonly string[]): Record<string, string> | null => {
  const wanted = segmentsOf(path)
  if (wanted.length !== asked.length) return null
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const given = asked[index] ?? ''
    if (isParameter(segment) && given !== '') params[segment.slice(1, -1)] = given
    else if (segment !== given) return null
  }
  return params
}

/** What stands at an address, by method; empty where nothing does. */
export const operationsAt = (operations: readonly Operation[], pathname: string): Map<Method, Match> => {
  const asked = segmentsOf(pathname)
  const found = new Map<Method, Match>()
  for (const operation of operations) {
    const params = paramsIn(operation.path, asked)
    if (params) found.set(operation.method, { operation, params })
  }
  return found
}
