import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '#lib/db/disconnect.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { ensureBuild } from '../../scripts/build/build.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { startWeb, type Web } from '../kill/house.ts'

const closers: (() => unknown)[] = []
let webs: Web[]

beforeAll(async () => {
  await ensureBuild()
  const database = await openTestDatabase()
  Object.assign(process.env, {
    PORTICO_MODE: 'demo',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    // Six links an address, in place of a hundred and fifty.
    RATE_LIMIT_SCALE: '0.04',
    TRUSTED_PROXIES: '0',
  })
  await aTenant({}, 'test')
  const start = () => startWeb(mkdtempSync(join(tmpdir(), 'portico-two-')), process.env)
  webs = await Promise.all([start(), start()])
  closers.push(...webs.map(({ close }) => close), disconnect, database.drop)
}, 300_000)

afterAll(async () => {
  for (const close of closers) await close()
}, 60_000)

it('two web processes count together, by the address of the peer and not by what it claims to be', async () => {
  const statuses: number[] = []
  for (let turn = 0; turn < 8; turn++) {
    const headers = { 'x-forwarded-for': `198.51.100.${turn}` }
    statuses.push((await fetch(`${webs[turn % 2]?.url}/e/test`, { headers })).status)
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
})
