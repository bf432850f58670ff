import { expect, it } from 'vitest'
import type { WayHealth } from '#lib/flow/list-way-health.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import type { ListedRoute } from '#lib/institutions/route-store.ts'
import { bankOf } from './bank.ts'

const institution = { id: 7, connectorId: 'sandbox' } as Institution
const route = (id: string, institutionId: number, connectorId: string) =>
  ({ id, institutionId, connectorId }) as ListedRoute
const health = (connectorId: string, routeId: string | null) =>
  ({ institutionId: 7, connectorId, routeId, failed: routeId === null ? 1 : 2 }) as WayHealth

it('a bank has its tenant’s routes in their order and then the directory’s connector, each with its own health', () => {
  const routes = [route('a', 7, 'fdx'), route('b', 7, 'aggregator'), route('c', 8, 'fdx')]
  const measured = [health('sandbox', null), health('fdx', 'a'), health('fdx', 'former')]
  const { ways } = bankOf(institution, routes, measured)
  expect(ways.map((way) => [way.connectorId, way.route?.id, way.health?.failed])).toEqual([
    ['fdx', 'a', 2],
    ['aggregator', 'b', undefined],
    ['sandbox', undefined, 1],
  ])
})

it('a bank that the directory cannot reach has the tenant’s routes alone, or no way', () => {
  const listed = { ...institution, connectorId: null }
  expect(bankOf(listed, [], []).ways).toEqual([])
  expect(bankOf(listed, [route('a', 7, 'fdx')], []).ways).toHaveLength(1)
})
