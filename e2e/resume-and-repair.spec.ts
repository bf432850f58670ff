import { type APIRequestContext, expect, test } from '@playwright/test'
import { TenantServer } from './pages/api.ts'
import { FramedJourney, HostPage } from './pages/host-page.ts'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { addresses } from './stack/addresses.ts'

const base = () => `${addresses.portal()}/v3/43387ca6-0391-4c82-857d-70d95f087ecb/BankingServices`
const headers = { 'flinks-auth-key': 'c4569c54-e167-4d34-8de6-f4113bc82414' }

/** A token of the demo's maple, as its own server asks for one. */
const mintToken = async (request: APIRequestContext): Promise<string> =>
  (await (await request.post(`${base()}/GenerateAuthorizeToken`, { headers })).json()).Token

const logIn = async (request: APIRequestContext, Username: string) => {
  const asked = { headers: { 'flinks-auth-key': await mintToken(request) } }
  const data = { Institution: 'FlinksCapital', Username, Password: 'Everyday' }
  return (await request.post(`${base()}/Authorize`, { ...asked, data })).json()
}

test('a login that the bank asks about goes on in a frame, and ends under the same request', async ({
  page,
  request,
}) => {
  const { HttpStatusCode, RequestId } = await logIn(request, aPerson().userAs('Greatday'))
  expect(HttpStatusCode).toBe(203)
  const host = new HostPage(page)
  await host.open('plain', { demo: 'false', jsRedirect: 'true', requestId: RequestId })
  const journey = new FramedJourney(host.frame)
  await journey.answer('Triangle')
  await journey.share()
  expect(await host.hears('REDIRECT')).toMatchObject({ requestId: RequestId })
  expect(await host.steps()).not.toContain('COMPONENT_LOAD_CREDENTIAL')
})

test('a link that brings a login back leads to its bank, hints at the username, and keeps the login', async ({
  page,
  request,
}) => {
  const person = aPerson()
  const username = person.userAs('greatday_nomfa')
  const journey = new Journey(page)
  // The published key of the demo sees demo visits alone.
  await page.goto('/e/maple?demo=true&language=en')
  await journey.button(journey.words.start).click()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.agree()
  await journey.chooseBank()
  await journey.signIn(username)
  await journey.shareFirstAccount()
  const loginId = (await journey.finish()).searchParams.get('loginId')
  const server = new TenantServer(request)
  const made = await server.call('POST', '/links', { repairs: loginId, language: 'en' })
  expect(made.status).toBe(201)
  await page.goto(new URL(made.body.url).pathname)
  await journey.button(journey.words.start).click()
  // Another address: to the first one the copy of the first visit is on its way.
  const again = aPerson()
  await journey.giveIdentity(again)
  await journey.proveAddress(again)
  await journey.button(journey.words.agree).click()
  await journey.isAt('login')
  await expect(page.getByText(/The one you connected with before: g•••/)).toBeVisible()
  await expect(page.locator('body')).not.toContainText(username)
  await journey.isAccessible()
  await journey.signIn(username)
  await journey.shareFirstAccount()
  expect((await journey.finish()).searchParams.get('loginId')).toBe(loginId)
})
