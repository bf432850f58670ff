import { describe, expect, it } from 'vitest'
import { readAddress } from './address.ts'

describe('a database address', () => {
  it('keeps Prisma’s own schema parameter from the driver', () => {
    const address = readAddress('postgresql://me:secret@127.0.0.1:5432/portico?schema=other&sslmode=disable')
    expect(address.schema).toBe('other')
    expect(address.database).toBe('portico')
    expect(address.connectionString).toBe('postgresql://me:secret@127.0.0.1:5432/portico?sslmode=disable')
  })

  it('leads to another database of the same server', () => {
    const address = readAddress('postgresql://me:secret@127.0.0.1:5432/portico')
    expect(address.toDatabase('a b')).toBe('postgresql://me:secret@127.0.0.1:5432/a%20b')
  })
})
