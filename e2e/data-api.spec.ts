import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type APIRequestContext, expect, test } from '@playwright/test'
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

const base = () => `${addresses.portal()}/v3/43387ca6-0391-4c82-857d-70d95f087ecb/BankingServices`

const readerKey = { 'x-api-key': '3d5266a8-b697-48d4-8de6-52e2e2662acc' }

/** Authorises with a fresh token, as the demo business's server does. */
const authorize = async (request: APIRequestContext, data: object) => {
  const headers = { 'flinks-auth-key': 'c4569c54-e167-4d34-8de6-f4113bc82414' }
  const { Token } = await (await request.post(`${base()}/GenerateAuthorizeToken`, { headers })).json()
  return request.post(`${base()}/Authorize`, { headers: { 'flinks-auth-key': Token }, data })
}

/** Asks until what is being read has been read; whatever else is answered is the caller's to judge. */
const readStatements = async (request: APIRequestContext, RequestId: string) => {
  const data = { RequestId, NumberOfStatements: 'MostRecent' }
  const ask = () => request.post(`${base()}/GetStatements`, { headers: readerKey, data })
  await expect.poll(async () => (await ask()).status()).not.toBe(202)
  const answer = await ask()
  return { status: answer.status(), body: await answer.json() }
}

const firstStatementOf = (body: {
  StatementsByAccount: { Statements: { Base64Bytes: string }[] }[]
}): string =>
  Buffer.from(body.StatementsByAccount[0]?.Statements[0]?.Base64Bytes ?? '', 'base64').toString('latin1')

const finishVisit = async (journey: Journey, choose: () => Promise<void>): Promise<string> => {
  const person = aPerson()
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await choose()
  await journey.agree()
  await journey.chooseBank()
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.shareFirstAccount()
  return (await journey.finish()).searchParams.get('loginId') ?? ''
}

test('statements and later readings answer for a visit that switched them on', async ({ page, request }) => {
  const LoginId = await finishVisit(new Journey(page), async () => {
    await page.locator('[data-scope=statements]').getByRole('checkbox').check()
    await page.locator('[data-scope=ongoing_refresh]').getByRole('checkbox').check()
  })
  const { RequestId } = await (await authorize(request, { LoginId, MostRecentCached: true })).json()
  const { status, body } = await readStatements(request, RequestId)
  expect([status, body.FlinksCode]).toEqual([200, undefined])
  expect(firstStatementOf(body)).toMatch(/^%PDF-/)
  const turned = await request.patch(`${base()}/SetScheduledRefresh`, {
    headers: readerKey,
    data: { LoginId, IsActivated: true },
  })
  expect(turned.status()).toBe(200)
})

test('statements are refused for a visit that left them off', async ({ page, request }) => {
  const LoginId = await finishVisit(new Journey(page), async () => undefined)
  const { RequestId } = await (await authorize(request, { LoginId, MostRecentCached: true })).json()
  const { status, body } = await readStatements(request, RequestId)
  expect([status, body.FlinksCode]).toEqual([401, 'CONSENT_MISSING'])
})

test('statements answer for a login by API', async ({ request }) => {
  const Username = aPerson().userAs('greatday_nomfa')
  const linked = await authorize(request, { Institution: 'FlinksCapital', Username, Password: 'Everyday' })
  expect(linked.status()).toBe(200)
  const { status, body } = await readStatements(request, (await linked.json()).RequestId)
  expect([status, body.FlinksCode]).toEqual([200, undefined])
  expect(firstStatementOf(body)).toMatch(/^%PDF-/)
})

test('a published sample runs unchanged: credentials, a challenge, the answer, the accounts', async ({
  request,
}) => {
  const user = aPerson().userAs('Greatday')
  const login = {
    Institution: 'FlinksCapital',
    username: user,
    Password: 'Everyday',
    MostRecentCached: false,
    Save: true,
  }
  const asked = await authorize(request, login)
  expect(asked.status()).toBe(203)
  const { RequestId, SecurityChallenges } = await asked.json()
  expect(SecurityChallenges).toEqual([
    { Type: 'QuestionAndAnswer', Prompt: 'What shape do people like most?' },
  ])
  const SecurityResponses = { 'What shape do people like most?': ['Triangle'] }
  expect((await authorize(request, { RequestId, SecurityResponses })).status()).toBe(200)
  const headers = readerKey
  await expect
    .poll(async () =>
      (await request.post(`${base()}/GetAccountsDetail`, { headers, data: { RequestId } })).status(),
    )
    .toBe(200)
  const detail = await request.post(`${base()}/GetAccountsDetailAsync/${RequestId}`, { headers })
  const { Accounts } = await detail.json()
  expect(Accounts.length).toBeGreaterThan(1)
  expect(Accounts[0].Transactions.length).toBeGreaterThan(10)
})
