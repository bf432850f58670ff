import { expect, it } from 'vitest'
import { foldReference } from './reference-fingerprint.ts'

it('a reference is the same however it is typed, and another is another', () => {
  for (const typed of ['CUST-0042', 'cust 0042', ' Cust–0042 ', 'ＣＵＳＴ0042'])
    expect(foldReference(typed)).toBe('cust0042')
  expect(foldReference('CUST-0043')).not.toBe(foldReference('CUST-0042'))
  expect(foldReference(' - ')).toBe('')
})
