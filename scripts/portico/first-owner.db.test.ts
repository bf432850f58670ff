import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { listTeam, noteJoined } from '#lib/staff/membership-store.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { firstOwnerCommands } from './first-owner.ts'
import { tenantNamed } from './tenant-named.ts'

withTestDatabase()
beforeAll(() => {
  Object.assign(process.env, { FIRST_OWNER: 'Ann@Birch.example', FIRST_TENANT: 'birch' })
})
afterEach(() => {
  vi.restoreAllMocks()
})

const start = async (): Promise<string> => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await firstOwnerCommands['first-owner'].run([])
  const told = said.mock.calls.flat().join('\n')
  said.mockRestore()
  return told
}

it('the first start prints a one-time link for the first owner, each start another, and none once they have come', async () => {
  const links = [await start(), await start()].map((told) => /\/admin\/open\/[\w-]{20,}/.exec(told)?.[0])
  expect(links).toEqual([expect.any(String), expect.any(String)])
  expect(links[0]).not.toBe(links[1])
  const db = await tenantNamed('birch')
  const team = await listTeam(db)
  expect(team).toMatchObject([{ role: 'owner', member: { email: 'ann@birch.example' } }])
  for (const { memberId } of team) await noteJoined(db, memberId, new Date())
  expect(await start()).toBe('')
})
