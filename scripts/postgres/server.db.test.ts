import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isAlive } from '../process/process-table.ts'
import { ensureDatabase } from './databases.ts'
import { findPostmaster } from './postmaster.ts'
import { type Server, startServer } from './server.ts'

let folder: string
let server: Server | undefined
const open = async (onRunning: 'share' | 'restart' = 'restart') => startServer({ folder, onRunning })
const portOf = ({ urlOf }: Server) => new URL(urlOf('postgres')).port

async function query(on: Server, sql: string, database = 'postgres') {
  const client = new pg.Client({ connectionString: on.urlOf(database) })
  client.on('error', () => undefined)
  await client.connect()
  const result = await client.query(sql)
  await client.end()
  return result.rows
}

function killServer() {
  const running = findPostmaster(join(folder, 'data'))
  if (running) process.kill(running.pid, 'SIGKILL')
}

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'cluster-')), 'postgres')
  // What mkdtemp makes is closed to the server's user; a data folder of the launcher's is not.
  chmodSync(join(folder, '..'), 0o755)
  server = await open()
})

afterAll(async () => {
  await server?.stop()
  rmSync(join(folder, '..'), { recursive: true })
})

it('the cluster speaks UTF-8, asks for the password and listens on this machine alone', async () => {
  const on = server as Server
  const [settings] = await query(
    on,
    `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses,
            current_setting('fsync') AS fsync, current_setting('password_encryption') AS password`,
  )
  expect(settings).toEqual({
    encoding: 'UTF8',
    addresses: '127.0.0.1',
    fsync: 'on',
    password: 'scram-sha-256',
  })
  const url = new URL(on.urlOf('postgres'))
  url.password = 'guess'
  await expect(new pg.Client({ connectionString: url.toString() }).connect()).rejects.toThrow('password')
  expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).sort()).toEqual(['data', 'settings.json'])
})

it('a server that was killed comes back at once on its port with all that was acknowledged', async () => {
  const before = server as Server
  await ensureDatabase(before.urlOf('postgres'), 'kept')
  await query(before, 'CREATE TABLE facts AS SELECT 1 AS fact', 'kept')
  killServer()
  await before.ended
  server = await open()
  expect(portOf(server)).toBe(portOf(before))
  expect(await query(server, 'SELECT fact FROM facts', 'kept')).toEqual([{ fact: 1 }])
})

it('a lock file whose pid now belongs to a stranger does not keep the server from starting', async () => {
  await server?.stop()
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  writeFileSync(join(folder, 'data/postmaster.pid'), `${stranger.pid}\n${folder}/data\n0\n1\n\n\n`)
  server = await open()
  expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(isAlive(stranger.pid ?? 0)).toBe(true)
  stranger.kill()
})

it('a server left running is shared by a command and replaced by a launcher', async () => {
  const first = server as Server
  const guest = await open('share')
  expect([portOf(guest), guest.ended]).toEqual([portOf(first), null])
  await guest.stop()
  expect(await query(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  server = await open('restart')
  await first.ended
  expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

it('another port is chosen, and kept, when the old one is taken', async () => {
  const before = server as Server
  await before.stop()
  const squatter = createServer().listen(Number(portOf(before)), '127.0.0.1')
  await once(squatter, 'listening')
  server = await open()
  const chosen = portOf(server)
  expect(chosen).not.toBe(portOf(before))
  squatter.close()
  await server.stop()
  server = await open()
  expect(portOf(server)).toBe(chosen)
})
