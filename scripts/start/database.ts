import { join } from 'node:path'
import { root, runPrisma } from '../db/prisma.ts'
import { ensureDatabase } from '../postgres/databases.ts'
import { type Server, startServer } from '../postgres/server.ts'
import { run } from '../process/run.ts'

const name = 'portico'

/** The embedded PostgreSQL of a data folder with its database; one left by a killed launcher is restarted. */
export async function startDatabase(dataDir: string): Promise<Server> {
  const server = await startServer({ folder: join(dataDir, 'postgres'), onRunning: 'restart' })
  await ensureDatabase(server.urlOf('postgres'), name)
  return server
}

export const databaseOf = (server: Server): string => server.urlOf(name)

export async function migrate(databaseUrl: string): Promise<void> {
  const { code, output } = await runPrisma(['migrate', 'deploy'], { databaseUrl })
  if (code !== 0) throw new Error(`The database could not be migrated:\n${output}`)
}

/** The demo tenants and what they show; safe to repeat. */
export async function seed(env: Record<string, string>): Promise<void> {
  const { code, output } = await run(process.execPath, ['prisma/seed.ts'], { cwd: root, env })
  if (code !== 0) throw new Error(`The demo tenants could not be made:\n${output}`)
}
