import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Run = { code: number; output: string }

export type Environment = Record<string, string | undefined>

export type RunOptions = {
  cwd: string
  env: Environment
  /** Show what it says as it says it, and lend it the terminal; otherwise what it says is only returned. */
  isShown?: boolean
}

const running = new Set<ChildProcess>()

/** Runs a program to its end and returns its exit code with all it said. */
export async function run(command: string, args: string[], options: RunOptions): Promise<Run> {
  const { isShown, cwd } = options
  const env = options.env as NodeJS.ProcessEnv
  const child = spawn(command, args, { cwd, env, stdio: [isShown ? 'inherit' : 'ignore', 'pipe', 'pipe'] })
  running.add(child)
  const chunks: Buffer[] = []
  const keep = (show: NodeJS.WritableStream) => (chunk: Buffer) => {
    chunks.push(chunk)
    if (isShown) show.write(chunk)
  }
  child.stdout?.on('data', keep(process.stdout))
  child.stderr?.on('data', keep(process.stderr))
  const [code] = (await once(child, 'close').finally(() => running.delete(child))) as [number | null]
  return { code: code ?? 1, output: Buffer.concat(chunks).toString() }
}

/** Ends every program that `run` is still waiting for: the launcher was told to stop. */
export function endRuns(): void {
  for (const child of running) child.kill('SIGTERM')
}
