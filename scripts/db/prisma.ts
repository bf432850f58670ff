import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = fileURLToPath(new URL('../../node_modules/prisma/build/index.js', import.meta.url))
const engine = fileURLToPath(new URL('../../prisma/engine/schema-engine.ts', import.meta.url))

export type PrismaRun = { code: number; output: string }

export type PrismaOptions = {
  databaseUrl?: string | undefined
  /** Show what it says as it says it; otherwise it is only returned. */
  isShown?: boolean
  env?: Record<string, string>
}

/** Runs the Prisma CLI with our schema engine, so nothing is downloaded. */
export async function runPrisma(args: string[], options: PrismaOptions = {}): Promise<PrismaRun> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    ...options.env,
  }
  const stdin = options.isShown ? 'inherit' : 'ignore'
  const child = spawn(process.execPath, [cli, ...args], { cwd: root, env, stdio: [stdin, 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (options.isShown) to.write(chunk)
    })
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return { code: code ?? 1, output: Buffer.concat(chunks).toString() }
}
