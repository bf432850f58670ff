import { resolve } from 'node:path'
import { ensureDatabase } from '../postgres/databases.ts'
import { startServer } from '../postgres/server.ts'
import { root } from './prisma.ts'

/** The database of DATABASE_URL, else the embedded one: shared when it runs already, started for this command if not. */
export async function openDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, close: async () => undefined }
  const folder = resolve(root, process.env.PORTICO_DATA_DIR ?? '.portico', 'postgres')
  const server = await startServer({ folder, onRunning: 'share' })
  await ensureDatabase(server.urlOf('postgres'), 'portico')
  return { url: server.urlOf('portico'), close: server.stop }
}
