import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { addresses } from './stack/addresses.ts'

const run = promisify(execFile)
const guide = readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8')
const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block)

/** As it stands in the guide, but at the address of the house under test. */
const typed = async (block: string): Promise<Record<string, unknown>> => {
  const command = block.replaceAll('http://127.0.0.1:3000', addresses.portal())
  const { stdout } = await run('bash', ['-c', command])
  return JSON.parse(stdout)
}

test('every command of the quick-start can be typed as it stands', async () => {
  expect(blocks).toHaveLength(4)
  const [key, link, sessions, connections] = await Promise.all(blocks.map(typed))
  expect(key).toMatchObject({ mode: 'test' })
  expect(link).toMatchObject({ tag: 'order-17', status: 'open' })
  expect(await typed(blocks[1] ?? '')).toEqual(link)
  for (const page of [sessions, connections]) expect(page).toMatchObject({ nextCursor: null })
})
