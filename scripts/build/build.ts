import { join } from 'node:path'
import { root, runPrisma } from '../db/prisma.ts'
import { run } from '../process/run.ts'
import { joinTwins } from './join-twins.ts'
import { hashSources } from './source-hash.ts'
import { stamped } from './stamped.ts'

/** The database client, generated from the schema when that changed. */
export function ensureClient(): Promise<boolean> {
  const hash = hashSources(root, ['prisma/schema.prisma', 'package-lock.json'])
  return stamped(join(root, 'lib/db/generated/.stamp'), hash, async () => {
    const { code, output } = await runPrisma(['generate'])
    if (code !== 0) throw new Error(`The database client could not be generated:\n${output}`)
  })
}

/** The journey's own style sheet and scripts, into public/assets. */
export async function buildAssets(): Promise<void> {
  await runStep('The assets could not be built', ['scripts/assets.ts'])
}

/** The web application, built anew when any of its sources changed. */
export function ensureBuild(): Promise<boolean> {
  return stamped(join(root, '.next/portico-build'), hashSources(root), async () => {
    await buildAssets()
    await runStep('The web application could not be built', ['node_modules/next/dist/bin/next', 'build'])
    joinTwins(join(root, '.next/server'))
  })
}

async function runStep(complaint: string, args: string[]): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const { code, output } = await run(process.execPath, args, { cwd: root, env })
  if (code !== 0) throw new Error(`${complaint}:\n${output}`)
}
