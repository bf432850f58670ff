import { readBankEnv } from './env.ts'
import { startBank } from './server.ts'

const stop = () => process.exit(0)
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

const fail = (error: unknown): never => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  const said = error instanceof Error ? error.message : String(error)
  console.error(isTaken ? `Cannot start the sandbox bank: BANK_PORT is taken (${said})` : said)
  process.exit(1)
}

try {
  const env = readBankEnv()
  const log = env.isLogging ? (line: string) => console.log(line) : () => {}
  const bank = await startBank({ ...env, log })
  console.log(`Sandbox bank listening on ${bank.url}`)
} catch (error) {
  fail(error)
}
