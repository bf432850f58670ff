import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashSources } from './source-hash.ts'
import { stamped } from './stamped.ts'

let folder: string
const write = (path: string, text: string) => writeFileSync(join(folder, path), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamps-'))
  mkdirSync(join(folder, 'app/page'), { recursive: true })
  mkdirSync(join(folder, 'public/assets'), { recursive: true })
  write('app/page/a.ts', '1')
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('the hash of the sources', () => {
  const hash = () => hashSources(folder, ['app', 'public', 'missing.ts'])

  it('changes with a content, a name, a new file and a lost one', () => {
    const hashes = [hash()]
    write('app/page/a.ts', '2')
    hashes.push(hash())
    renameSync(join(folder, 'app/page/a.ts'), join(folder, 'app/page/b.ts'))
    hashes.push(hash())
    write('app/c.ts', '2')
    hashes.push(hash())
    expect(new Set(hashes).size).toBe(4)
    rmSync(join(folder, 'app/c.ts'))
    expect(hash()).toBe(hashes[2])
  })

  it('stays when only tests or what the build writes changed', () => {
    const before = hash()
    write('app/page/a.test.ts', 'x')
    write('public/assets/x.css', 'x')
    expect(hash()).toBe(before)
  })
})

describe('stamped work', () => {
  const count = () => {
    let times = 0
    return { work: async () => void times++, times: () => times }
  }

  it('is done once for a hash and again for another', async () => {
    const { work, times } = count()
    const stamp = join(folder, 'made/stamp')
    expect(await stamped(stamp, 'a', work)).toBe(true)
    expect(await stamped(stamp, 'a', work)).toBe(false)
    expect(await stamped(stamp, 'b', work)).toBe(true)
    expect(times()).toBe(2)
  })

  it('is repeated after it failed half-way, even for a hash that was good before', async () => {
    const { work, times } = count()
    const stamp = join(folder, 'stamp')
    await stamped(stamp, 'a', work)
    await expect(stamped(stamp, 'b', async () => Promise.reject(new Error('killed')))).rejects.toThrow(
      'killed',
    )
    expect(await stamped(stamp, 'a', work)).toBe(true)
    expect(times()).toBe(2)
  })
})
