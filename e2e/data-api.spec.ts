import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { addresses } from './stack/addresses.ts'

const run = promisify(execFile)
const guide = readFileSync(new URL('../docs/quick-start-data-api.md', import.meta.url), 'utf8')
const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block)

test('from a finished visit to the accounts, every command as it stands in the quick-start', async ({
  page,
}) => {
  const journey = new Journey(page)
  const person = aPerson()
  await journey.toLogin(person)
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.shareFirstAccount()
  const loginId = (await journey.finish()).searchParams.get('loginId') ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'quick-start-'))
  const script = blocks.join('\n').replaceAll('http://127.0.0.1:3000', addresses.portal())
  await run('bash', ['-euc', script], { cwd: folder, env: { ...process.env, LOGIN_ID: loginId } })
  const { Accounts, Login } = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8'))
  rmSync(folder, { recursive: true })
  expect(Login.Id).toBe(loginId)
  expect(Accounts).toHaveLength(1)
  expect(Accounts[0].Transactions.length).toBeGreaterThan(10)
})

test('a published sample runs unchanged: credentials, a challenge, the answer, the accounts', async ({
  request,
}) => {
  const base = `${addresses.portal()}/v3/43387ca6-0391-4c82-857d-70d95f087ecb/BankingServices`
  const user = aPerson().userAs('Greatday')
  const authorize = async (data: object) => {
    const headers = { 'flinks-auth-key': 'c4569c54-e167-4d34-8de6-f4113bc82414' }
    const { Token } = await (await request.post(`${base}/GenerateAuthorizeToken`, { headers })).json()
    return request.post(`${base}/Authorize`, { headers: { 'flinks-auth-key': Token }, data })
  }
  const login = {
    Institution: 'FlinksCapital',
    username: user,
    Password: 'Everyday',
    MostRecentCached: false,
    Save: true,
  }
  const asked = await authorize(login)
  expect(asked.status()).toBe(203)
  const { RequestId, SecurityChallenges } = await asked.json()
  expect(SecurityChallenges).toEqual([
    { Type: 'QuestionAndAnswer', Prompt: 'What shape do people like most?' },
  ])
  const SecurityResponses = { 'What shape do people like most?': ['Triangle'] }
  expect((await authorize({ RequestId, SecurityResponses })).status()).toBe(200)
  const headers = { 'x-api-key': '3d5266a8-b697-48d4-8de6-52e2e2662acc' }
  await expect
    .poll(async () =>
      (await request.post(`${base}/GetAccountsDetail`, { headers, data: { RequestId } })).status(),
    )
    .toBe(200)
  const detail = await request.post(`${base}/GetAccountsDetailAsync/${RequestId}`, { headers })
  const { Accounts } = await detail.json()
  expect(Accounts.length).toBeGreaterThan(1)
  expect(Accounts[0].Transactions.length).toBeGreaterThan(10)
})
