import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#lib/kit/env.ts'
import { PrismaClient } from './generated/client.ts'

const connect = (): PrismaClient =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }) })

// A development server reloads modules; the global keeps it from opening a pool with each reload.
const kept = globalThis as { porticoDatabase?: PrismaClient }

/** The bare client. Law 4: it cannot be imported outside lib/db. */
export const bareClient = (): PrismaClient => (kept.porticoDatabase ??= connect())

export const disconnect = async (): Promise<void> => {
  await kept.porticoDatabase?.$disconnect()
  delete kept.porticoDatabase
}
