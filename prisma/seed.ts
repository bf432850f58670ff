// node prisma/seed.ts: the directory of institutions, and in the demo its tenants. Safe to repeat.
import { disconnect } from '#lib/db/disconnect.ts'
import { env } from '#lib/kit/env.ts'
import { seed } from './seed/seed.ts'

try {
  const { institutions, tenants } = await seed(env())
  console.log(`Seeded: ${institutions} rows of the directory, ${tenants} of the demo tenants.`)
} finally {
  await disconnect()
}
