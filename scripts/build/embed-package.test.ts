import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../db/prisma.ts'
import { buildEmbedPackage } from './embed-package.ts'

const folder = mkdtempSync(join(tmpdir(), 'embed-'))
beforeAll(() => buildEmbedPackage(folder), 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('the package of the embed SDK', () => {
  it('holds every file that its exports name', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'embed/package.json'), 'utf8'))
    const named = Object.values(exports).flatMap((one) => Object.values(one as Record<string, string>))
    const there = readdirSync(folder).map((name) => `./dist/${name}`)
    expect(there).toEqual(expect.arrayContaining(named))
  })

  it('brings its types, and depends on nothing', () => {
    expect(read('portico.d.ts')).toContain('connect')
    expect(read('types.d.ts')).toContain('ConnectOptions')
    expect(read('portico.js')).not.toMatch(/from ['"][^./]/)
    expect([...read('react.js').matchAll(/from ['"]([^./][^'"]*)['"]/g)].map(([, name]) => name)).toEqual([
      'react',
    ])
  })

  it('is at most 4 KB brotli as a script', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(root, 'embed/portico.ts')],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      globalName: 'Portico',
      target: 'es2022',
    })
    const [script] = outputFiles
    expect(brotliCompressSync(script?.contents ?? Buffer.alloc(9_999)).length).toBeLessThanOrEqual(4_096)
  })
})
