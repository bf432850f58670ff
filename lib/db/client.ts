import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#lib/kit/env.ts'
import { PrismaClient } from './generated/client.ts'
import { nameStatement } from './name-statement.ts'

const connect = (): PrismaClient => {
  const pool = { connectionString: env().DATABASE_URL, max: 10 }
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameStatement }) })
}

// A development server reloads modules; the global keeps it from opening a pool with each reload.
const kept = globalThis as { porticoDatabase?: PrismaClient }

/** The bare client. Law 4: it cannot be imported outside lib/db. */
export const bareClient = (): PrismaClient => (kept.porticoDatabase ??= connect())

export const disconnect = async (): Promise<void> => {
  await kept.porticoDatabase?.$disconnect()
  delete kept.porticoDatabase
}
