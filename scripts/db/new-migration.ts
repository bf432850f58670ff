import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, runPrisma } from './prisma.ts'

const migrations = join(root, 'prisma/migrations')

/**
 * Writes the migration that leads from the present ones to the schema, without asking anything; returns its
 * folder, or null when the schema asks for no change. (`prisma migrate dev` refuses to run without a terminal.)
 */
export async function writeMigration(name: string, now: Date): Promise<string | null> {
  const from = existsSync(migrations) ? ['--from-migrations', 'prisma/migrations'] : ['--from-empty']
  const args = ['migrate', 'diff', ...from, '--to-schema', 'prisma/schema.prisma']
  const env = { SHADOW: 'pglite' }
  const diff = await runPrisma([...args, '--exit-code'], { env })
  if (diff.code === 0) return null
  const folder = join(migrations, folderName(name, now))
  // Written beside the migrations first: an empty folder among them would stop the comparison.
  const draft = join(mkdtempSync(join(root, 'prisma/.draft-')), 'migration.sql')
  const script = await runPrisma([...args, '--script', '--output', draft], { env })
  if (script.code !== 0) throw new Error(script.output)
  mkdirSync(folder, { recursive: true })
  renameSync(draft, join(folder, 'migration.sql'))
  rmSync(dirname(draft), { recursive: true })
  writeFileSync(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return folder
}

/** `20260131090500_add_links`: sortable, as Prisma names them. */
export function folderName(name: string, now: Date): string {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${stamp}_${name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')}`
}
