import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { addresses } from './stack/addresses.ts'

const base = () => `${addresses.portal()}/v3/43387ca6-0391-4c82-857d-70d95f087ecb/BankingServices`
const readerKey = { 'x-api-key': '3d5266a8-b697-48d4-8de6-52e2e2662acc' }

/** A day of the last weeks, as `YYYYMMDD`. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')

const row = (id: string, days: number, amount: string, name: string): string =>
  `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${daysAgo(days)}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`

const ofx =
  (): string => `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CAD
<BANKACCTFROM><BANKID>000301234<ACCTID>7654321<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>${row('a', 20, '-12.30', 'Coffee')}${row('b', 10, '2100.00', 'Pay')}${row('c', 300, '-1.00', 'Long ago')}</BANKTRANLIST>
<LEDGERBAL><BALAMT>2087.70<DTASOF>${daysAgo(1)}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

const file = (name: string, content: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

const words = {
  en: { instead: 'Upload files from your bank instead', field: 'Files', submit: 'Upload and read' },
  fr: {
    instead: 'Téléverser plutôt des fichiers de votre banque',
    field: 'Fichiers',
    submit: 'Téléverser et lire',
  },
} as const

const upload = async (journey: Journey, ...files: ReturnType<typeof file>[]): Promise<void> => {
  const { field, submit } = words[journey.language]
  await journey.page.getByLabel(field, { exact: true }).setInputFiles(files)
  await journey.button(submit).click()
}

/** To the page for files, from a search that found no bank. */
const toFiles = async (
  page: Page,
  language: 'en' | 'fr' = 'en',
  withStatements = false,
): Promise<Journey> => {
  const journey = new Journey(page, language)
  const person = aPerson()
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  if (withStatements) await page.locator('[data-scope=statements]').getByRole('checkbox').check()
  await journey.agree()
  await page.getByRole('searchbox').fill('qqqqzzzz')
  await page.getByRole('searchbox').press('Enter')
  await page.waitForURL(/q=/)
  await journey.button(words[language].instead).click()
  await journey.isAt('files')
  return journey
}

/** Authorises a login and answers with its request id, as the demo business's server does. */
const authorize = async (request: APIRequestContext, LoginId: string): Promise<string> => {
  const headers = { 'flinks-auth-key': 'c4569c54-e167-4d34-8de6-f4113bc82414' }
  const { Token } = await (await request.post(`${base()}/GenerateAuthorizeToken`, { headers })).json()
  const data = { LoginId, MostRecentCached: true }
  const answer = await request.post(`${base()}/Authorize`, { headers: { 'flinks-auth-key': Token }, data })
  return (await answer.json()).RequestId
}

const read = async (request: APIRequestContext, what: string, data: object) => {
  const ask = () => request.post(`${base()}/${what}`, { headers: readerKey, data })
  await expect.poll(async () => (await ask()).status()).toBe(200)
  return (await ask()).json()
}

test('whose bank is missing uploads a file instead, and the business reads its transactions', async ({
  page,
  request,
}) => {
  const journey = await toFiles(page)
  await journey.isAccessible()
  await upload(journey, file('january.ofx', ofx()))
  await journey.shareFirstAccount()
  await journey.isAccessible()
  const loginId = (await journey.finish()).searchParams.get('loginId') ?? ''
  const RequestId = await authorize(request, loginId)
  const { Accounts, Login } = await read(request, 'GetAccountsDetail', { RequestId })
  expect(Login.Id).toBe(loginId)
  expect(Accounts).toMatchObject([
    { AccountNumber: '7654321', TransitNumber: '01234', Holder: { Name: null } },
  ])
  // The one of long ago lies before what was agreed.
  expect(Accounts[0].Transactions.map((one: { Description: string }) => one.Description).sort()).toEqual([
    'Coffee',
    'Pay',
  ])
})

test('a wrong file is told by name and row, and nothing is lost', async ({ page }) => {
  const journey = await toFiles(page, 'fr')
  await page.setViewportSize({ width: 390, height: 844 })
  await upload(
    journey,
    file('faux.csv', 'Date,Description,Montant\n2026-01-05,Café,-4.50\nbientôt,Thé,-2.00\n'),
  )
  await journey.isAt('files')
  await expect(page.getByRole('main')).toContainText(/ligne 3 de «\s?faux\.csv\s?» n’a pas de date/)
  await journey.isAccessible()
  await upload(journey, file('photo.csv', '\u0000\u0001PNG'))
  await expect(page.getByRole('main')).toContainText(/photo\.csv\s?» n’est pas un fichier/)
  await upload(journey, file('grand.csv', 'x'.repeat(21 * 1_048_576)))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ces fichiers sont trop volumineux')
  await page.goBack()
  await upload(journey, file('janvier.ofx', ofx()))
  await journey.isAt('accounts')
})

test('a PDF statement is kept for who agreed to it, and given as it came', async ({ page, request }) => {
  const paper = '%PDF-1.4\n% a paper of a bank\n%%EOF\n'
  const journey = await toFiles(page, 'en', true)
  await upload(journey, file('statement.pdf', paper))
  await journey.shareFirstAccount()
  const loginId = (await journey.finish()).searchParams.get('loginId') ?? ''
  const RequestId = await authorize(request, loginId)
  await read(request, 'GetAccountsDetail', { RequestId })
  const { StatementsByAccount } = await read(request, 'GetStatements', {
    RequestId,
    NumberOfStatements: 'MostRecent',
  })
  expect(Buffer.from(StatementsByAccount[0].Statements[0].Base64Bytes, 'base64').toString()).toBe(paper)
})
