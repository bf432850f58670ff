import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Run, run } from '../process/run.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = fileURLToPath(new URL('../../node_modules/prisma/build/index.js', import.meta.url))
const engine = fileURLToPath(new URL('../../prisma/engine/schema-engine.ts', import.meta.url))

export type PrismaOptions = {
  databaseUrl?: string | undefined
  isShown?: boolean
  env?: Record<string, string>
}

/** Runs the Prisma CLI with our schema engine, so nothing is downloaded. */
export function runPrisma(args: string[], options: PrismaOptions = {}): Promise<Run> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    // The engine starts by `env node`: the Node that runs this must be the one it finds.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    ...options.env,
  }
  return run(process.execPath, [cli, ...args], { cwd: root, env, isShown: options.isShown ?? false })
}
