import { root } from '../db/prisma.ts'
import { run } from '../process/run.ts'
import type { FreshLinks } from './banner.ts'
import { environmentFor, type Settings } from './settings.ts'

/** The name that the sandbox bank has on file for Greatday, so that what the person says agrees with what the bank says. */
const holder = 'John Doe'

/** A fresh personal link of a demo tenant, made as an operator makes one; what went wrong in its place when it failed. */
async function makeDemoLink(settings: Settings): Promise<string> {
  const words = ['scripts/portico/main.ts', 'link', 'maple', '--name', holder, '--quiet']
  const env = { ...process.env, ...environmentFor(settings, settings.databaseUrl) }
  const { output } = await run(process.execPath, words, { cwd: root, env })
  return output.trim()
}

/** A one-time link by which the first owner of a demo tenant walks into its console; a fresh one at every start. */
async function makeConsoleLink(settings: Settings): Promise<string> {
  const asked = ['--tenant', 'maple', '--email', 'owner@maple.example', '--role', 'owner']
  const words = ['scripts/portico/main.ts', 'admin', 'invite', ...asked, '--renew', '--quiet']
  const env = { ...process.env, ...environmentFor(settings, settings.databaseUrl) }
  const { output } = await run(process.execPath, words, { cwd: root, env })
  return output.trim()
}

/** Both, made at the same time. */
export async function makeFreshLinks(settings: Settings): Promise<FreshLinks> {
  const [personal, console] = await Promise.all([makeDemoLink(settings), makeConsoleLink(settings)])
  return { personal, console }
}
