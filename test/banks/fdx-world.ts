import { afterAll, beforeAll } from 'vitest'
import { findAttempt } from '#lib/connections/attempt-store.ts'
import { findConnection } from '#lib/connections/connection-store.ts'
import { callConnector } from '#lib/connections/connector-call.ts'
import { linkConnection, openGrant, storeGrant } from '#lib/connections/link-connection.ts'
import { startAttempt } from '#lib/connections/start-attempt.ts'
import { got, grantOf } from '#lib/connectors/contract-harness.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { putRoute } from '#lib/institutions/route-store.ts'
import { mintId } from '#lib/kit/ids.ts'
import { failed } from '#lib/kit/outcome.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import type { BuiltTenant } from '#prisma/builders/a-tenant.ts'
import type { DoorName } from '../../bank/institutions.ts'
import { type RunningBank, startBank } from '../../bank/server.ts'
import { startBreakingProxy } from './breaking-proxy.ts'
import { agreeAt, everyScope, redirectRequest, settingsOfDoor } from './fdx-door.ts'

const institutions = { open: 9010, fapi: 9011 } as const

type Proxy = Awaited<ReturnType<typeof startBreakingProxy>>

/** A sandbox bank behind a proxy that can break, and people who link their accounts there. */
export const withFdxBank = () => {
  const world: { bank?: RunningBank; proxy?: Proxy } = {}
  const proxy = (): Proxy => {
    if (!world.proxy) throw new Error('the proxy does not run')
    return world.proxy
  }
  beforeAll(async () => {
    world.proxy = await startBreakingProxy()
    world.bank = await startBank({ port: 0, slowMs: 1, publicUrl: world.proxy.url })
    world.proxy.leadTo(world.bank.url)
  })
  afterAll(async () => {
    await world.proxy?.close()
    await world.bank?.close()
  })

  /** The tenant's way to one of the bank's doors. */
  const aRoute = ({ db }: BuiltTenant, door: DoorName): Promise<string> =>
    putRoute(db, {
      institutionId: institutions[door],
      connectorId: 'fdx',
      upstreamKey: door === 'open' ? 'SandboxOpenBank' : 'SandboxFapiBank',
      position: 0,
      settings: settingsOfDoor(proxy().url, door),
    })

  /** A grant of a person who agreed to all. */
  const aGrant = async (tenant: BuiltTenant, routeId: string, username: string): Promise<string> => {
    const over = { connectorId: 'fdx', routeId }
    const started = got(
      await callConnector(tenant.db, over, 20_000, async ({ redirectLogin }, ctx) =>
        redirectLogin ? redirectLogin.start(ctx, redirectRequest()) : failed<Fault>({ code: 'bank_refused' }),
      ),
    )
    const cameBackTo = await agreeAt(proxy().url, started.url, username)
    const linked = await callConnector(tenant.db, over, 20_000, async ({ redirectLogin }, ctx) =>
      redirectLogin
        ? redirectLogin.finish(ctx, started.state, cameBackTo)
        : failed<Fault>({ code: 'bank_refused' }),
    )
    return grantOf(got(linked))
  }

  /** A connection that was just linked; nothing is read of it yet. */
  const aConnection = async (tenant: BuiltTenant, door: DoorName, username = 'greatday_nomfa') => {
    const { db } = tenant
    const routeId = await aRoute(tenant, door)
    const { id: sessionId } = await aSession(tenant)
    const consentId = mintId('con')
    const now = new Date()
    const told = { decision: 'given' as const, language: 'en' as const, document: { version: 1 } }
    await recordConsent(db, {
      id: consentId,
      sessionId,
      ...told,
      scopes: everyScope,
      days: 90,
      decidedAt: now,
    })
    const attemptId = mintId('att')
    const credentials = { username, password: '', language: 'en' as const }
    const place = { institutionId: institutions[door], way: { connectorId: 'fdx', routeId } }
    await startAttempt(db, { id: attemptId, sessionId, consentId, ...place, credentials, now })
    const attempt = await findAttempt(db, attemptId)
    if (!attempt) throw new Error('not built')
    const grant = await aGrant(tenant, routeId, username)
    return {
      id: await linkConnection(db, attempt, { credentials, grant, now, isDemo: false }),
      attemptId,
      sessionId,
      consentId,
    }
  }

  const grantOfConnection = async ({ db }: BuiltTenant, id: string): Promise<string> => {
    const connection = await findConnection(db, id)
    return (connection && (await openGrant(db, connection))) ?? ''
  }

  /** As if the access token had lived to its end. */
  const age = async (tenant: BuiltTenant, id: string): Promise<void> => {
    const grant = JSON.parse(await grantOfConnection(tenant, id))
    await storeGrant(tenant.db, id, JSON.stringify({ ...grant, expiresAt: 1 }))
  }

  return { proxy, aRoute, aConnection, grantOfConnection, age }
}
