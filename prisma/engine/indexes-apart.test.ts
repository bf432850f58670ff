import { describe, expect, it } from 'vitest'
import { indexChangesOf } from './indexes-apart.ts'

const make = `-- CreateIndex
CREATE INDEX "A_b_idx" ON "A"("b" NULLS FIRST);
`

describe('a migration', () => {
  it('of indexes alone is told from others, each of them to be made without holding up who writes', () => {
    expect(indexChangesOf(`${make}\n-- DropIndex\nDROP INDEX "A_c_idx";\n`)).toEqual([
      { verb: 'create', name: 'A_b_idx', sql: 'create INDEX concurrently "A_b_idx" ON "A"("b" NULLS FIRST)' },
      { verb: 'drop', name: 'A_c_idx', sql: 'drop index concurrently if exists "A_c_idx"' },
    ])
    const unique = 'CREATE UNIQUE INDEX "A_b_key" ON "A"("b");'
    expect(indexChangesOf(unique)?.[0]?.sql).toBe('create UNIQUE INDEX concurrently "A_b_key" ON "A"("b")')
  })

  it.each([
    ['that also adds a column', `ALTER TABLE "A" ADD COLUMN b INT;\n${make}`],
    ['that fills one', `${make}UPDATE "A" SET b = 1;`],
    ['that is empty', '-- nothing\n'],
  ])('%s stays as it is', (_, script) => {
    expect(indexChangesOf(script)).toBeNull()
  })
})
