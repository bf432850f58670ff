// npm run db -- <prisma arguments>        any Prisma command on the embedded database (or DATABASE_URL)
// npm run db:migrate -- <name>            write a migration from the schema, apply it, generate the client
import { writeMigration } from './new-migration.ts'
import { openDatabase } from './open-database.ts'
import { runPrisma } from './prisma.ts'

async function migrate(name: string | undefined, databaseUrl: string): Promise<number> {
  if (!name) throw new Error('Give the migration a name: npm run db:migrate -- add_links')
  const folder = await writeMigration(name, new Date())
  console.log(folder ? `Wrote ${folder}/migration.sql` : 'The schema asks for no new migration.')
  const deployed = await runPrisma(['migrate', 'deploy'], { databaseUrl, isShown: true })
  if (deployed.code !== 0) return deployed.code
  return (await runPrisma(['generate'], { databaseUrl, isShown: true })).code
}

const [command, ...rest] = process.argv.slice(2)
const database = await openDatabase()
try {
  process.exitCode =
    command === 'new-migration'
      ? await migrate(
          rest.find((word) => !word.startsWith('--')),
          database.url,
        )
      : (await runPrisma(process.argv.slice(2), { databaseUrl: database.url, isShown: true })).code
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await database.close()
}
