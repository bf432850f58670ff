// npm run portico -- <command> …: what an operator does by hand, on the database of DATABASE_URL or the embedded one.
import { disconnect } from '#lib/db/disconnect.ts'
import { openDatabase } from '../db/open-database.ts'
import { environmentFor, readSettings } from '../start/settings.ts'
import { adminCommands } from './admin.ts'
import { apiKeyCommands } from './api-keys.ts'
import { auditCommands } from './audit.ts'
import { type Command, CommandError } from './command.ts'
import { dataApiCommands } from './data-api.ts'
import { firstOwnerCommands } from './first-owner.ts'
import { institutionCommands } from './institutions.ts'
import { keyCommands } from './keys.ts'
import { linkCommands } from './links.ts'
import { tenantCommands } from './tenants.ts'

const commands: Readonly<Record<string, Command>> = {
  ...linkCommands,
  ...apiKeyCommands,
  ...dataApiCommands,
  ...institutionCommands,
  ...tenantCommands,
  ...firstOwnerCommands,
  ...adminCommands,
  ...auditCommands,
  ...keyCommands,
}

const help = (): string =>
  Object.entries(commands)
    .map(([name, { usage, says }]) => `  ${name} ${usage}\n      ${says}`)
    .join('\n')

const isMistake = (error: unknown): error is Error =>
  error instanceof CommandError || String((error as { code?: unknown })?.code).startsWith('ERR_PARSE_ARGS')

async function runCommand(command: Command, words: string[]): Promise<void> {
  const database = await openDatabase()
  Object.assign(process.env, environmentFor(readSettings(process.env), database.url))
  try {
    await command.run(words)
  } finally {
    await disconnect()
    await database.close()
  }
}

const [name = '', ...words] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.log(`npm run portico -- <command>\n${help()}`)
  process.exitCode = name === '' ? 0 : 1
} else
  await runCommand(command, words).catch((error) => {
    if (!isMistake(error)) throw error
    console.error(error.message)
    process.exitCode = 1
  })
