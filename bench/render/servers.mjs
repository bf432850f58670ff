import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const nextCli = fileURLToPath(new URL('dist/bin/next', import.meta.resolve('next/package.json')))
const quiet = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }

export async function findPort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

export function build() {
  const child = spawn(process.execPath, [nextCli, 'build', '.'], {
    cwd: here('app'),
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`next build ended with ${code}`)),
    )
  })
}

/** One process a variant, so that memory and warm code belong to that variant alone. */
export async function startServer(kind, databaseUrl) {
  const port = await findPort()
  const argv = kind === 'bare' ? [here('bare.ts')] : [nextCli, 'start', '.', '-p', port, '-H', '127.0.0.1']
  const child = spawn(process.execPath, argv.map(String), {
    cwd: here('app'),
    env: { ...process.env, ...quiet, PORT: String(port), DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const startedAt = performance.now()
  const origin = `http://127.0.0.1:${port}`
  while (!(await fetch(origin).catch(() => null))) {
    if (hasEnded(child))
      throw new Error(`the server of ${kind} ended with ${child.signalCode ?? child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { origin, child, readyMs: performance.now() - startedAt }
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null

export function stopServer({ child }) {
  if (hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 3000)
  return ended.finally(() => clearTimeout(force))
}

/** Resident megabytes of the server process; null where /proc does not exist. */
export function residentMb({ child }) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return null
  }
}

/** Processor milliseconds the server has used so far; unlike requests a second, a busy neighbour hardly moves it. */
export function processorMs({ child }) {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}
