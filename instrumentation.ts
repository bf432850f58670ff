import { EnvError, env } from '#lib/kit/env.ts'

/** Runs once when the web process starts: what production must refuse is refused before the first request. */
export const register = (): void => {
  try {
    env()
  } catch (thrown) {
    if (!(thrown instanceof EnvError)) throw thrown
    process.stderr.write(`${thrown.message}\n`)
    process.exit(1)
  }
}
