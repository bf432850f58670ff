import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { problemsMet } from './problem-places.ts'

/** Where a person is answered: everything but the console, the interfaces of programs, and the table itself. */
const journey = globSync([
  'app/{connect,e,l,v2,callback,_doors}/**/*.ts*',
  'lib/{flow,web,links,sessions,compat/connect}/**/*.ts',
])
  .filter((path) => !/\.test\.|lib\/web\/(api|staff)\/|lib\/flow\/(api|custom)\//.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

it('every problem that a page of the journey can tell of is in the preview', () => {
  const told = Object.entries(problemsMet).filter(([, where]) => where === 'elsewhere')
  expect(journey.length).toBeGreaterThan(100_000)
  expect(told.map(([code]) => code).filter((code) => journey.includes(`'${code}'`))).toEqual([])
})
