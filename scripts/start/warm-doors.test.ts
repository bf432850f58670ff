import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../db/prisma.ts'
import { hotAmong } from './warm-doors.ts'

it('the doors of visits and of servers are loaded before anybody comes, those of staff are not', () => {
  const files = globSync('app/**/route.{ts,tsx}', { cwd: root })
  const hot = hotAmong(files.map((file) => `/${join(file, '..').slice('app/'.length)}`))
  const stepPages = files.filter((file) => file.startsWith('app/connect/'))
  expect(stepPages.length).toBeGreaterThan(5)
  expect(hot).toEqual(
    expect.arrayContaining([
      '/e/-',
      '/l/-/open',
      '/connect/-/-',
      '/connect/-/submit/-',
      '/v2/-',
      '/v3/-/-',
      '/api/v1/-',
    ]),
  )
  expect(hot.filter((path) => /^\/(admin|docs|preview)\b|[[\]]/.test(path))).toEqual([])
})
