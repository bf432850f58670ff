import type { TenantDb } from '#lib/db/tenant-db.ts'
import { getRoutes, openRouteSettings, putRoute } from '#lib/institutions/route-store.ts'

/** The clients that the sandbox bank publishes: their keys guard invented data. */
const openDoor = {
  clientId: 'portico-demo',
  auth: {
    method: 'client_secret_basic',
    secret: 'published-demo-secret-guards-nothing-but-invented-data',
  },
}

const fapiDoor = {
  clientId: 'portico-demo-fapi',
  discovery: 'oauth',
  profile: 'fapi2',
  auth: {
    method: 'private_key_jwt',
    key: {
      kty: 'EC',
      crv: 'P-256',
      kid: 'portico-demo-fapi-1',
      alg: 'ES256',
      x: '2A9iIv2C8yAtrh1WExTTitQu0ZgsS5zqJ7nAjDqzbto',
      y: 'zIE83za7H3sFzpMQc2jKS_1eGuC_j0TZVB4-3s3ouHo',
      d: 'HcAF_q5U-S9juu4ky05VE6r7O-N7WNUh-0-LSHHqkaY',
    },
  },
}

/** The sandbox bank's institutions that speak OAuth and FDX, by id. */
const doors = [
  { institutionId: 9010, upstreamKey: 'SandboxOpenBank', name: 'open', client: openDoor },
  { institutionId: 9011, upstreamKey: 'SandboxFapiBank', name: 'fapi', client: fapiDoor },
] as const

/** The settings of the two routes to the sandbox bank at this address. */
export const demoRoutes = (bankUrl: string) =>
  doors.map(({ institutionId, upstreamKey, name, client }) => ({
    institutionId,
    upstreamKey,
    connectorId: 'fdx',
    position: 0,
    settings: JSON.stringify({
      issuer: `${bankUrl}/oauth/${name}`,
      dataUrl: `${bankUrl}/fdx/${name}/v6`,
      ...client,
    }),
  }))

/** Gives a demo tenant its ways to the sandbox bank. Answers 1 when something was written, 0 when all was there. */
export const plantRoutes = async (db: TenantDb, bankUrl: string): Promise<number> => {
  let written = 0
  for (const route of demoRoutes(bankUrl)) {
    const ways = (await getRoutes(db)).get(route.institutionId) ?? []
    const known = ways.find(({ connectorId }) => connectorId === route.connectorId)
    if (known && (await openRouteSettings(db, known.id)) === route.settings) continue
    await putRoute(db, route)
    written = 1
  }
  return written
}
