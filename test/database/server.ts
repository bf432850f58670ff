import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '../../scripts/db/prisma.ts'
import { findPostmaster, stopPostmaster } from '../../scripts/postgres/postmaster.ts'
import { startServer } from '../../scripts/postgres/server.ts'
import { withLock } from '../../scripts/process/file-lock.ts'

const folder = join(root, '.portico/test-postgres')
const lock = join(root, '.portico/test-postgres.lock')
const guestName = 'portico-tests'

export type TestServer = { adminUrl: string; leave: () => Promise<void> }

/**
 * The server the tests share: TEST_DATABASE_URL, or an embedded one that forgets on a crash and so is fast.
 * Test runs side by side use the same one; the last to leave stops it. `prepare` runs before any guest may
 * use it, one run at a time.
 */
export async function joinTestServer(prepare: (server: Preparing) => Promise<void>): Promise<TestServer> {
  mkdirSync(join(root, '.portico'), { recursive: true })
  return withLock(lock, async () => {
    const adminUrl = process.env.TEST_DATABASE_URL ?? (await startEmbedded())
    const guest = new pg.Client({ connectionString: adminUrl, application_name: guestName })
    await guest.connect()
    await prepare({ adminUrl, isFirst: (await countGuests(guest)) === 1 })
    return { adminUrl, leave: () => withLock(lock, () => leave(guest)) }
  })
}

export type Preparing = { adminUrl: string; isFirst: boolean }

async function startEmbedded(): Promise<string> {
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  }
  const server = await startServer({ folder, settings, onRunning: 'share' })
  return server.urlOf('postgres')
}

async function leave(guest: pg.Client): Promise<void> {
  const isLast = (await countGuests(guest)) === 1
  await guest.end()
  const running = process.env.TEST_DATABASE_URL ? null : findPostmaster(join(folder, 'data'))
  if (isLast && running) await stopPostmaster(running)
}

async function countGuests(guest: pg.Client): Promise<number> {
  const found = await guest.query('SELECT FROM pg_stat_activity WHERE application_name = $1', [guestName])
  return found.rowCount ?? 0
}
