import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findFreePort } from '../../scripts/postgres/free-port.ts'

/** Looks until `look` finds something; the test's own time limit ends a search that never does. */
export const until = async <T>(look: () => Promise<T | null> | T | null): Promise<T> => {
  for (;;) {
    const found = await look()
    if (found !== null) return found
    await delay(15)
  }
}

export type Web = {
  readonly url: string
  /** The process dies in place of its `n`th write from now. */
  readonly killAtWrite: (n: number) => Promise<void>
  /** Calls the killing off; answers whether it had happened since it was asked for. */
  readonly disarm: () => Promise<boolean>
  /** True when it has died since it was last started. */
  readonly isDead: () => boolean
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The web process, as production runs it, on a port that it keeps over restarts. */
export const startWeb = async (folder: string, env: NodeJS.ProcessEnv): Promise<Web> => {
  const port = await findFreePort(null)
  const url = `http://127.0.0.1:${port}`
  const armed = join(folder, 'armed')
  let child: ChildProcess
  let deaths = 0
  let deathsWhenArmed = 0

  const arm = async (n: number): Promise<void> => {
    rmSync(`${armed}.ack`, { force: true })
    writeFileSync(armed, String(n))
    child.kill('SIGUSR2')
    await until(() => (existsSync(`${armed}.ack`) ? true : null))
  }

  const start = async (): Promise<void> => {
    child = spawn(
      process.execPath,
      ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', `${port}`],
      {
        env: {
          ...env,
          NODE_ENV: 'production',
          PUBLIC_URL: url,
          ARMED_FILE: armed,
          NODE_OPTIONS: `--import ${new URL('./kill-at-write.mjs', import.meta.url).href}`,
        },
        stdio: 'ignore',
      },
    )
    await until(() =>
      fetch(`${url}/readyz`).then(
        (answer) => (answer.ok ? true : null),
        () => null,
      ),
    )
  }
  await start()
  return {
    url,
    killAtWrite: async (n) => {
      deathsWhenArmed = deaths
      await arm(n)
    },
    disarm: async () => {
      await arm(Number.MAX_SAFE_INTEGER)
      return deaths > deathsWhenArmed
    },
    isDead: () => child.signalCode !== null || child.exitCode !== null,
    restart: async () => {
      deaths++
      await start()
    },
    close: async () => {
      const ended = once(child, 'exit')
      if (child.kill('SIGKILL')) await ended
    },
  }
}

/** Starts a program of the house and waits for the line by which it says that it is ready. */
export const startProgram = async (
  file: string,
  env: NodeJS.ProcessEnv,
  ready: string,
): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout?.setEncoding('utf8')
  for await (const line of child.stdout ?? []) if (String(line).includes(ready)) break
  return child
}
