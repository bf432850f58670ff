import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { TenantServer } from './pages/api.ts'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

test('from a link made by the API to the finished visit seen by the API', async ({ page, request }) => {
  const server = new TenantServer(request)
  const tag = `order-${randomUUID()}`
  const link = (await server.call('POST', '/links', { tag, language: 'en', days: 2 })).body
  expect(link).toMatchObject({ status: 'open', isTest: true, tag })

  const person = aPerson()
  const journey = new Journey(page)
  await page.goto(link.url)
  await journey.button(journey.words.start).click()
  await journey.isAt('identity')
  await journey.giveIdentity(person)
  const spent = (await server.call('GET', `/links/${link.id}`)).body
  expect(spent.status).toBe('spent')
  const path = `/sessions/${spent.sessionId}`
  expect((await server.call('GET', path)).body).toMatchObject({ status: 'open', tag, linkId: link.id })

  await journey.proveAddress(person)
  await journey.agree()
  await journey.chooseBank()
  await journey.signIn(person.userAs('Greatday'))
  await journey.isAt('mfa')
  await journey.answer('Triangle')
  await journey.shareFirstAccount()
  const loginId = (await journey.finish()).searchParams.get('loginId')

  const session = (await server.call('GET', path)).body
  expect(session).toMatchObject({ status: 'finished', isTest: true, connection: { loginId } })
  const events = (await server.call('GET', `${path}/events`)).body.data as { name: string }[]
  expect(events.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['identity_given', 'identity_verified', 'accounts_chosen', 'visit_ended']),
  )
  const connection = (await server.call('GET', `/connections/${session.connection.id}`)).body
  expect(connection).toMatchObject({ loginId, status: 'active' })
  const consent = (await server.call('GET', `/consents/${connection.consentId}`)).body
  expect(consent).toMatchObject({ status: 'live', sessionId: session.id })
  expect(JSON.stringify([session, events, connection, consent])).not.toContain(person.email)

  expect((await server.call('DELETE', `/connections/${connection.id}`)).status).toBe(204)
  expect((await server.call('GET', `/consents/${connection.consentId}`)).body.status).toBe('withdrawn')
})

test('a link that was taken back says so to the person', async ({ page, request }) => {
  const server = new TenantServer(request)
  const link = (await server.call('POST', '/links', {})).body
  expect((await server.call('POST', `/links/${link.id}/revoke`)).body.status).toBe('revoked')
  await page.goto(link.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0)
})
