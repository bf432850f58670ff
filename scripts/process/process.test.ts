import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tryLock, unlock, withLock } from './file-lock.ts'
import { endLeftovers, recordParts } from './leftovers.ts'
import { describeEnd, type Part, type PartPlan, startPart } from './part.ts'
import { isAlive, markOf } from './process-table.ts'

let folder: string
let parts: Part[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'process-'))
  parts = []
})

afterEach(async () => {
  await Promise.all(parts.map((part) => part.stop()))
  rmSync(folder, { recursive: true })
})

function start(script: string, ready: PartPlan['ready'] = 'message', say = (_line: string) => {}): Part {
  const part = startPart({ name: 'probe', args: ['-e', script], env: process.env, cwd: folder, ready }, say)
  parts.push(part)
  return part
}

const pidOf = (part: Part) => Number(part.mark?.split('@')[0])
const stays = 'process.send("ready"); setInterval(() => {}, 1000)'

describe('a part', () => {
  it('is ready when it says so', async () => {
    await expect(start(stays).ready).resolves.toBeUndefined()
  })

  it('is ready when its page answers and what is done then is done, and not while it answers 503', async () => {
    const script = `
      let answers = 0
      const server = require('node:http').createServer((_, response) => {
        response.statusCode = answers++ < 2 ? 503 : 200
        console.log(response.statusCode)
        response.end()
      })
      server.listen(PORT, '127.0.0.1')`
    const { findFreePort } = await import('../postgres/free-port.ts')
    const port = await findFreePort(null)
    const said: string[] = []
    let done = false
    const after = async () => {
      done = said.length > 0
    }
    const ready = { url: `http://127.0.0.1:${port}/`, after }
    const part = start(script.replace('PORT', String(port)), ready, (line) => said.push(line))
    await part.ready
    expect(done).toBe(true)
    await part.stop()
    // What it said last may still be on its way through the pipe.
    await vi.waitFor(() => expect(said).toEqual(['503', '503', '200']))
  })

  it('that ends before it is ready says how and its last words', async () => {
    const part = start('console.log("one"); console.error("two"); process.exitCode = 3')
    await expect(part.ready).rejects.toThrow(/^probe ended \(exit code 3\). Its last words:\n {2}(one|two)\n/)
    expect(describeEnd(await part.ended)).toContain('two')
  })

  it('is stopped together with all it started', async () => {
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      console.log(child.pid)
      ${stays}`
    const said = Promise.withResolvers<string>()
    const part = start(script, 'message', said.resolve)
    await part.ready
    const grandchild = Number(await said.promise)
    expect(isAlive(grandchild)).toBe(true)
    await part.stop()
    expect(isAlive(pidOf(part))).toBe(false)
    await expect.poll(() => isAlive(grandchild)).toBe(false)
  })

  it('that outlived its launcher is ended by the next start, and a stranger with its pid is not', async () => {
    const [ours, stranger] = [start(stays), start(stays)]
    await Promise.all([ours.ready, stranger.ready])
    recordParts(folder, [ours.mark, `${pidOf(stranger)}@another start time`])
    await endLeftovers(folder)
    expect([isAlive(pidOf(ours)), isAlive(pidOf(stranger))]).toEqual([false, true])
    expect(existsSync(join(folder, 'parts.json'))).toBe(false)
  })

  it('leaves the next start alone when its record was cut by a crash', async () => {
    writeFileSync(join(folder, 'parts.json'), '["12')
    await expect(endLeftovers(folder)).resolves.toBeUndefined()
  })
})

describe('a lock file', () => {
  it('names its holder to others and is free again afterwards', () => {
    const path = join(folder, 'lock')
    expect(tryLock(path)).toBeNull()
    expect(tryLock(path)).toEqual({ pid: process.pid })
    unlock(path)
    expect(tryLock(path)).toBeNull()
  })

  it('of a process that is gone is free', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
    const mark = markOf(child.pid ?? 0) ?? ''
    const path = join(folder, 'lock')
    writeFileSync(path, mark)
    expect(tryLock(path)).toEqual({ pid: child.pid })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(tryLock(path)).toBeNull()
  })

  it('lets one work at a time', async () => {
    const path = join(folder, 'lock')
    const order: string[] = []
    const first = Promise.withResolvers<void>()
    const one = withLock(path, async () => {
      order.push('one begins')
      await first.promise
      order.push('one ends')
    })
    const two = withLock(path, async () => void order.push('two'))
    first.resolve()
    await Promise.all([one, two])
    expect(order).toEqual(['one begins', 'one ends', 'two'])
  })
})
