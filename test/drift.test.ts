import { expect, it } from 'vitest'
import { runPrisma } from '../scripts/db/prisma.ts'

it('the migrations lead exactly to the schema', async () => {
  const toSchema = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma']
  const diff = await runPrisma(['migrate', 'diff', ...toSchema, '--exit-code'], { env: { SHADOW: 'pglite' } })
  expect(diff, diff.output).toMatchObject({
    code: 0,
    output: expect.stringContaining('No difference detected'),
  })
})
