import { describe, expect, it } from 'vitest'
import { nameStatement } from './name-statement.ts'

describe('the name under which a statement is prepared', () => {
  it('is the same for the same text and no other’s', () => {
    const name = nameStatement({ sql: 'select 1' })
    expect(name).not.toBe('')
    expect(nameStatement({ sql: 'select 1' })).toBe(name)
    expect(nameStatement({ sql: 'select 2' })).not.toBe(name)
  })

  it('is given to so many texts and no more, and those that have one keep it', () => {
    const kept = nameStatement({ sql: 'select 1' })
    const names = Array.from({ length: 300 }, (_, at) => nameStatement({ sql: `select ${at} + 1` }))
    expect(new Set(names.filter((name) => name !== '')).size).toBeLessThanOrEqual(200)
    expect(names.at(-1)).toBe('')
    expect(nameStatement({ sql: 'select 1' })).toBe(kept)
  })
})
