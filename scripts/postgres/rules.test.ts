import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { claimPort, findFreePort } from './free-port.ts'
import { parsePidFile } from './postmaster.ts'
import { mayEnter } from './system-user.ts'

describe('PostgreSQL’s lock file', () => {
  it('gives pid, port and whether the server takes connections', () => {
    const text = '4711\n/data\n1790000000\n42203\n\n127.0.0.1\n  6291 3\nready   \n'
    expect(parsePidFile(text)).toEqual({ pid: 4711, port: 42203, isReady: true })
    expect(parsePidFile(text.replace('ready   ', 'starting'))).toMatchObject({ isReady: false })
  })

  it('gives nothing when it is empty or cut, and never a pid that names a group', () => {
    for (const text of ['', '\n', 'abc\n', '-1\n', '0\n', '1\n']) expect(parsePidFile(text)).toBeNull()
  })
})

describe('the way to the data folder', () => {
  const user = { uid: 100, gid: 100 }

  it('is judged by the one class of bits that counts for the user', () => {
    expect(mayEnter({ mode: 0o40700, uid: 0, gid: 0 }, user)).toBe(false)
    expect(mayEnter({ mode: 0o40701, uid: 0, gid: 0 }, user)).toBe(true)
    expect(mayEnter({ mode: 0o40710, uid: 0, gid: 100 }, user)).toBe(true)
    expect(mayEnter({ mode: 0o40701, uid: 0, gid: 100 }, user)).toBe(false)
    expect(mayEnter({ mode: 0o40677, uid: 100, gid: 0 }, user)).toBe(false)
  })
})

describe('a free port', () => {
  it('is the wanted one, or another when that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    expect(await claimPort(port)).toBeNull()
    expect(await findFreePort(port)).not.toBe(port)
    server.close()
    await once(server, 'close')
    expect(await findFreePort(port)).toBe(port)
  })
})
