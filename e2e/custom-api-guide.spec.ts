import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { BankPage } from './pages/bank-page.ts'
import { Journey } from './pages/journey.ts'
import { addresses } from './stack/addresses.ts'

const run = promisify(execFile)
const guide = readFileSync(new URL('../docs/custom-api.md', import.meta.url), 'utf8')
const [ask = '', read = ''] = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block)

test('nothing but curl and a browser leads from an address to the accounts, as the guide is typed', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'custom-api-'))
  const typed = (script: string, env: Record<string, string> = {}) =>
    run('bash', ['-euc', script.replaceAll('http://127.0.0.1:3000', addresses.portal())], {
      cwd: folder,
      env: { ...process.env, ...env },
    })
  await typed(ask, { REDIRECT_URI: `${addresses.business()}/connected` })
  await page.goto(readFileSync(join(folder, 'address.txt'), 'utf8').trim())
  const journey = new Journey(page)
  await journey.isAt('consent')
  await journey.button('I agree').click()
  await new BankPage(page).agree('greatday_nomfa')
  await page.waitForURL(/\/connected\?/)
  const loginId = new URL(page.url()).searchParams.get('loginId') ?? ''
  const first = ask.split('\n').slice(0, 2).join('\n')
  await typed(`${first}\n${read}`, { LOGIN_ID: loginId })
  const answer = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  expect(answer('authorized.json')).toMatchObject({ HttpStatusCode: 200, Login: { Id: loginId } })
  expect(answer('accounts.json').Accounts.length).toBeGreaterThan(1)
  rmSync(folder, { recursive: true })
})
