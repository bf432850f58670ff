import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinTwins } from './join-twins.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-twins-'))
  mkdirSync(join(folder, 'chunks'))
  mkdirSync(join(folder, 'app/e'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

it('leads every door to one of the files that say the same, and to all others as before', () => {
  write('chunks/[root]__a.js', 'module.exports=[1,2]\n//# sourceMappingURL=a.js.map')
  write('chunks/[root]__b.js', 'module.exports=[1,2]\n//# sourceMappingURL=b.js.map')
  write('chunks/lib_c.js', 'module.exports=[1,3,e=>e.l("server/chunks/[root]__b.js")]')
  write('app/e/route.js', 'R.c("server/chunks/[root]__b.js")\nR.c("server/chunks/lib_c.js")')
  expect(joinTwins(folder)).toBe(1)
  expect(read('app/e/route.js')).toBe('R.c("server/chunks/[root]__a.js")\nR.c("server/chunks/lib_c.js")')
  expect(read('chunks/lib_c.js')).toContain('e.l("server/chunks/[root]__a.js")')
  expect(joinTwins(folder)).toBe(1)
})
