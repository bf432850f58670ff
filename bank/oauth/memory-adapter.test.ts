import { describe, expect, it } from 'vitest'
import { MemoryAdapter, memoryAdapters } from './memory-adapter.ts'

describe('what a door has issued', () => {
  it('is kept by kind, until it expires', async () => {
    const adapterOf = memoryAdapters()
    await adapterOf('AuthorizationCode').upsert('a', { grantId: 'g' }, 60)
    await adapterOf('AuthorizationCode').upsert('b', { grantId: 'g' }, -1)
    const codes = adapterOf('AuthorizationCode')
    expect([await codes.find('a'), await codes.find('b')]).toEqual([{ grantId: 'g' }, undefined])
    expect(await adapterOf('AccessToken').find('a')).toBeUndefined()
  })

  it('ends with its grant, and nothing else does', async () => {
    const tokens = new MemoryAdapter()
    await tokens.upsert('a', { grantId: 'g' }, 60)
    await tokens.upsert('b', { grantId: 'other' }, 60)
    await tokens.revokeByGrantId('g')
    expect([await tokens.find('a'), await tokens.find('b')]).toEqual([undefined, { grantId: 'other' }])
  })

  it('makes room for the newest when it is full, among its own kind alone', async () => {
    const adapterOf = memoryAdapters()
    const [grants, proofs] = [adapterOf('Grant'), adapterOf('ReplayDetection')]
    await grants.upsert('old', {}, 60)
    for (let number = 0; number < 20_001; number++) await proofs.upsert(String(number), {}, 60)
    expect([await proofs.find('0'), await proofs.find('20000'), await grants.find('old')]).toEqual([
      undefined,
      {},
      {},
    ])
  })
})
