import { expect, it } from 'vitest'
import { institutions } from '../../bank/institutions.ts'
import { fapiClientId, fapiClientPrivateJwk, openClient } from '../../bank/oauth/demo-clients.ts'
import { demoRoutes } from './plant-routes.ts'

it('the demo’s routes carry the client keys that the sandbox bank publishes, and its addresses', () => {
  const routes = demoRoutes('http://bank.example')
  const { use: _, ...key } = fapiClientPrivateJwk
  const known = institutions.flatMap(({ oauth, id, key: name }) =>
    oauth ? [[id, name, oauth] as const] : [],
  )
  expect(routes.map(({ institutionId, upstreamKey }) => [institutionId, upstreamKey])).toEqual(
    known.map(([id, name]) => [id, name]),
  )
  const settings = routes.map((route) => JSON.parse(route.settings))
  expect(settings.map(({ issuer, dataUrl }) => [issuer, dataUrl])).toEqual(
    known.map(([, , door]) => [`http://bank.example/oauth/${door}`, `http://bank.example/fdx/${door}/v6`]),
  )
  expect(settings[0]).toMatchObject({
    clientId: openClient.clientId,
    auth: { secret: openClient.clientSecret },
  })
  expect(settings[1]).toMatchObject({ clientId: fapiClientId, auth: { key } })
})
