import { disconnect } from '#lib/db/disconnect.ts'
import { EnvError, env } from '#lib/kit/env.ts'
import { log } from '#lib/kit/log.ts'
import { startQueue } from './queue.ts'
import { startRelay } from './relay.ts'

/** The worker process: turns the outbox into jobs and does them. It may be killed at any point and run many times. */
const main = async (): Promise<void> => {
  env()
  const boss = await startQueue()
  const stopRelay = await startRelay(boss)
  const stop = async (): Promise<void> => {
    await stopRelay()
    await boss.stop({ graceful: true, timeout: 10_000 })
    await disconnect()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.stdout.write('worker ready\n')
  // The program that started us, if there is one, waits for this word.
  process.send?.('ready')
}

main().catch((thrown: Error) => {
  if (thrown instanceof EnvError) process.stderr.write(`${thrown.message}\n`)
  else log('error', 'worker cannot start', { name: thrown.name, message: thrown.message })
  process.exit(1)
})
