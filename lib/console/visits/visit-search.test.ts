import { expect, it } from 'vitest'
import { mintId, mintReference } from '#lib/kit/ids.ts'
import { readVisitSearch } from './visit-search.ts'

it('knows a reference however it was read aloud', () => {
  for (const said of ['7K2M-Q4XA', '7k2m q4xa', ' 7K2MQ4XA '])
    expect(readVisitSearch(said)).toEqual({ kind: 'reference', text: '7K2M-Q4XA' })
  const reference = mintReference()
  expect(readVisitSearch(reference.toLowerCase())).toEqual({ kind: 'reference', text: reference })
})

it('knows ids by their shape, and takes the rest for a tag', () => {
  const [visit, link] = [mintId('ses'), mintId('lnk')]
  expect(readVisitSearch(visit)?.kind).toBe('session')
  expect(readVisitSearch(link)?.kind).toBe('link')
  expect(readVisitSearch('2F9E4A3C-1111-4222-8333-444455556666')).toEqual({
    kind: 'login',
    text: '2f9e4a3c-1111-4222-8333-444455556666',
  })
  expect(readVisitSearch(' file 4711 ')).toEqual({ kind: 'tag', text: 'file 4711' })
  expect(readVisitSearch('   ')).toBeNull()
})
