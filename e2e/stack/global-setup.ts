import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts the stack once for all browser tests and tells its addresses by PORTICO_E2E_*; the specs read them
 * from `addresses.ts`. Addresses already set (by `node e2e/stack/main.ts` in another terminal) are used as
 * they are.
 */
export default async function startStack(): Promise<() => Promise<void>> {
  if (process.env.PORTICO_E2E_PORTAL) return async () => undefined
  const child = spawn(process.execPath, ['e2e/stack/main.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const first = await Promise.race([once(child, 'message'), ended.then(() => null)])
  if (!first) throw new Error('The stack of the browser tests did not start; what it said stands above.')
  Object.assign(process.env, first[0])
  return async () => {
    child.kill('SIGTERM')
    await ended
  }
}
