import { expect, it } from 'vitest'
import { endpoints } from '../endpoints.ts'
import { dialectDocument, wordOf } from './dialect-document.ts'
import { toldEndpoints } from './told-endpoints.ts'

process.env.DATABASE_URL ??= 'postgresql://nowhere.example/none'

it('every endpoint of the table is told in the document, each verb once', () => {
  const operations = Object.values(dialectDocument().paths ?? {}).flatMap((item) => Object.values(item ?? {}))
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(endpoints.flatMap(({ verbs }) => verbs.split(' ')).length)
  for (const endpoint of endpoints) expect(Object.keys(toldEndpoints)).toContain(wordOf(endpoint))
})
