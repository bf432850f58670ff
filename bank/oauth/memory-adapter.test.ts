import { describe, expect, it } from 'vitest'
import { type IssuedStore, MemoryAdapter } from './memory-adapter.ts'

describe('what a door has issued', () => {
  it('is kept by kind, until it expires', async () => {
    const store: IssuedStore = new Map()
    const codes = new MemoryAdapter('AuthorizationCode', store)
    await codes.upsert('a', { grantId: 'g' }, 60)
    await codes.upsert('b', { grantId: 'g' }, -1)
    expect([await codes.find('a'), await codes.find('b')]).toEqual([{ grantId: 'g' }, undefined])
    expect(await new MemoryAdapter('AccessToken', store).find('a')).toBeUndefined()
  })

  it('ends by grant, each kind for itself', async () => {
    const store: IssuedStore = new Map()
    const [codes, tokens] = [
      new MemoryAdapter('AuthorizationCode', store),
      new MemoryAdapter('AccessToken', store),
    ]
    await codes.upsert('a', { grantId: 'g' }, 60)
    await tokens.upsert('b', { grantId: 'g' }, 60)
    await tokens.upsert('c', { grantId: 'other' }, 60)
    await tokens.revokeByGrantId('g')
    expect([...store.keys()]).toEqual(['AuthorizationCode/a', 'AccessToken/c'])
  })

  it('makes room for the newest when it is full', async () => {
    const store: IssuedStore = new Map()
    const tokens = new MemoryAdapter('AccessToken', store)
    for (let number = 0; number < 20_001; number++) await tokens.upsert(String(number), {}, 60)
    expect([store.size, await tokens.find('0'), await tokens.find('20000')]).toEqual([20_000, undefined, {}])
  })
})
