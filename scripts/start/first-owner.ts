import { root } from '../db/prisma.ts'
import { run } from '../process/run.ts'
import { environmentFor, type Settings } from './settings.ts'

/** The link of the first owner while nobody has come to run the portal, or how to make one; empty later. */
export async function tellFirstOwner(settings: Settings): Promise<string> {
  const env = { ...process.env, ...environmentFor(settings, settings.databaseUrl) }
  const { output } = await run(process.execPath, ['scripts/portico/main.ts', 'first-owner'], {
    cwd: root,
    env,
  })
  return output.trimEnd()
}
