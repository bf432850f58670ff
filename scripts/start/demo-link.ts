import { root } from '../db/prisma.ts'
import { run } from '../process/run.ts'
import { environmentFor, type Settings } from './settings.ts'

/** The name that the sandbox bank has on file for Greatday, so that what the person says agrees with what the bank says. */
const holder = 'John Doe'

/** A fresh personal link of a demo tenant, made as an operator makes one; what went wrong in its place when it failed. */
export async function makeDemoLink(settings: Settings): Promise<string> {
  const words = ['scripts/portico/main.ts', 'link', 'maple', '--name', holder, '--quiet']
  const env = { ...process.env, ...environmentFor(settings, settings.databaseUrl) }
  const { output } = await run(process.execPath, words, { cwd: root, env })
  return output.trim()
}
