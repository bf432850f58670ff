import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { ensureBuild } from '../../scripts/build/build.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { startProgram, startWeb } from '../kill/house.ts'

const clientSchema = z.object({ customerId: z.string(), secret: z.string(), apiKey: z.string() })

export type SecondPortico = {
  readonly url: string
  /** A client there, whose server may link by API. */
  readonly client: z.output<typeof clientSchema>
  readonly close: () => Promise<void>
}

/** A whole Portico beside this process: its own database, web server and worker, in front of the bank at `bankUrl`. */
export const startSecondPortico = async (bankUrl: string): Promise<SecondPortico> => {
  await ensureBuild()
  const database = await openTestDatabase()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORTICO_MODE: 'demo',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_SCALE: '0',
    DATABASE_URL: database.url,
    BANK_URL: bankUrl,
  }
  const planting = promisify(execFile)(process.execPath, ['test/dialect/plant-client.ts'], { env })
  const client = clientSchema.parse(JSON.parse((await planting).stdout))
  const worker = await startProgram('lib/jobs/worker.ts', env, 'worker ready')
  const web = await startWeb(mkdtempSync(join(tmpdir(), 'portico-second-')), env)
  const close = async () => {
    worker.kill('SIGKILL')
    await web.close()
    await database.drop()
  }
  return { url: web.url, client, close }
}
