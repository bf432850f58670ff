import { beforeEach, describe, expect, it } from 'vitest'
import { hourMs, later, minuteMs } from '#lib/kit/clock.ts'
import { takeReveal } from '#lib/staff/session-secret-store.ts'
import { isClientCredential } from '#lib/tenants/client-credential.ts'
import { listLiveCredentials } from '#lib/tenants/client-credential-store.ts'
import { findApiKey } from '#lib/tenants/find-api-key.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import type { Desk } from '../desk.ts'
import { revealLinkNext, revealNext, takeRevealed, takeRevealedLink } from '../reveal-once.ts'
import { createApiKeyAtDesk } from './create-api-key-at-desk.ts'
import { createDataKey, revokeDataKey } from './data-keys.ts'
import { rotateApiKey } from './rotate-api-key.ts'

withTestDatabase()

let tenant: BuiltTenant
let desk: Desk<'keys.manage'>
beforeEach(async () => {
  tenant = await aTenant()
  desk = await aDesk(tenant, 'developer', 'keys.manage')
})

const aKey = async () => {
  const made = await createApiKeyAtDesk(desk, { label: 'Server', mode: 'live', scopes: ['links:read'] })
  if (!made.ok) throw new Error('not made')
  return { secret: made.value, key: await findApiKey(made.value, new Date()) }
}

describe('an API key', () => {
  it('that is replaced works beside its successor for the overlap and not longer', async () => {
    const { secret, key } = await aKey()
    const now = new Date()
    const rotated = await rotateApiKey(desk, key?.id ?? '', { hours: 24, now })
    if (!rotated.ok) throw new Error('not rotated')
    expect(await findApiKey(secret, later(now, 23 * hourMs))).not.toBeNull()
    expect(await findApiKey(secret, later(now, 24 * hourMs))).toBeNull()
    expect(await findApiKey(rotated.value, now)).toMatchObject({ label: 'Server', scopes: ['links:read'] })
  })

  it('is refused with the fields that are wrong', async () => {
    const made = await createApiKeyAtDesk(desk, { label: ' ', mode: 'live', scopes: [] })
    expect(made).toEqual({ ok: false, reason: ['label', 'scopes'] })
  })

  it('of another tenant is unknown', async () => {
    const { key } = await aKey()
    const other = await aDesk(await aTenant(), 'developer', 'keys.manage')
    const asked = { hours: 0, now: new Date() } as const
    expect(await rotateApiKey(other, key?.id ?? '', asked)).toEqual({ ok: false, reason: 'unknown' })
  })
})

describe('a credential of the data API', () => {
  it('gives way to a new one after the overlap, and can be ended at once', async () => {
    const now = new Date()
    const first = await createDataKey(desk, 'secret', { hours: 0, now })
    const second = await createDataKey(desk, 'secret', { hours: 24, now })
    expect(await isClientCredential(tenant.db, ['secret'], first)).toBe(true)
    const live = await listLiveCredentials(tenant.db, later(now, 25 * hourMs))
    expect(live.map(({ hint }) => hint)).toEqual([second.slice(-4)])
    expect(await revokeDataKey(desk, live[0]?.id ?? '', now)).toBe(true)
    expect(await isClientCredential(tenant.db, ['secret'], second)).toBe(false)
  })
})

describe('a secret that was made', () => {
  it('is shown once, by the page of its kind, in the browser that made it', async () => {
    await revealNext(desk, 'api_key', 'portico_live_x')
    expect(await takeRevealed(desk, 'data_key')).toBeNull()
    expect(await takeRevealed(await aDesk(tenant, 'owner', 'keys.manage'), 'api_key')).toBeNull()
    expect(await takeRevealed(desk, 'api_key')).toBe('portico_live_x')
    expect(await takeRevealed(desk, 'api_key')).toBeNull()
  })

  it('survives one reload where it is the address of a link, on the page of that link alone', async () => {
    await revealLinkNext(desk, 'lnk_a', 'https://portal.example/l/x')
    expect(await takeRevealedLink(desk, 'lnk_b')).toBeNull()
    const taken = [await takeRevealedLink(desk, 'lnk_a'), await takeRevealedLink(desk, 'lnk_a')]
    expect(taken).toEqual(['https://portal.example/l/x', 'https://portal.example/l/x'])
    expect(await takeRevealedLink(desk, 'lnk_a')).toBeNull()
  })

  it('is gone for whoever does not come for it', async () => {
    await revealNext(desk, 'api_key', 'portico_live_x')
    const late = later(new Date(), 11 * minuteMs)
    expect(await takeReveal(desk.session.id, 'api_key', late)).toBeNull()
    expect(await takeRevealed(desk, 'api_key')).toBeNull()
  })
})
