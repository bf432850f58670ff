import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { currentStep, pathOf } from '#lib/journey/journey.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { leave } from '../leave.ts'
import { openVisit } from '../open-visit.ts'
import { consentStep } from '../steps/consent.ts'
import { submitStep } from '../submit-step.ts'
import { type CustomWishes, checkCustomVisit, openCustomVisit } from './open-custom-visit.ts'

withTestDatabase()
beforeAll(async () => {
  await seedInstitutions()
})

const addressOfItsOwn = () => `https://app.example/${randomUUID()}`

const wishes = (asked: Partial<CustomWishes>): CustomWishes => ({
  customerId: null,
  slug: null,
  host: 'portal.example',
  redirectUri: null,
  institution: '14',
  state: 's-1',
  language: null,
  acceptLanguage: null,
  tag: null,
  ...asked,
})

const opened = async (policy: Parameters<typeof aTenant>[0] = {}) => {
  const redirectUri = addressOfItsOwn()
  const tenant = await aTenant({ returnUrls: [redirectUri], ...policy })
  const key = await openCustomVisit(wishes({ redirectUri }))
  if (!key.ok) throw new Error('not opened')
  const look = async () => {
    const visit = await openVisit(key.value.id, key.value.proof)
    if (!visit.ok) throw new Error(visit.reason)
    return visit.value
  }
  return { tenant, redirectUri, look, proof: key.value.proof }
}

describe('whose visit it is', () => {
  it('is known by the address to return to, where one tenant alone lists it', async () => {
    const { tenant, look } = await opened()
    expect((await look()).session.tenantId).toBe(tenant.db.tenantId)
  })

  it('must be said where two list it, and then the other is not meant', async () => {
    const redirectUri = addressOfItsOwn()
    const [one, other] = [
      await aTenant({ returnUrls: [redirectUri] }),
      await aTenant({ returnUrls: [redirectUri] }),
    ]
    expect(await checkCustomVisit(wishes({ redirectUri }))).toEqual({
      ok: false,
      reason: 'return_url_refused',
    })
    const named = await checkCustomVisit(wishes({ redirectUri, customerId: other.customerId }))
    expect(named).toMatchObject({ ok: true, value: { door: { slug: other.slug } } })
    const slugged = await checkCustomVisit(wishes({ redirectUri, slug: one.slug }))
    expect(slugged).toMatchObject({ ok: true, value: { door: { slug: one.slug } } })
  })

  it.each([
    ['one letter more', (url: string) => `${url}/`],
    ['a query more', (url: string) => `${url}?x=1`],
    ['another host', (url: string) => url.replace('app.example', 'app.example.evil.example')],
    ['a user before the host', (url: string) => url.replace('https://', 'https://evil.example@')],
    ['another case', (url: string) => url.replace('https://app', 'https://APP')],
    ['a fragment', (url: string) => `${url}#x`],
  ])('an address with %s leads nowhere, also not with an error (S6)', async (_, change) => {
    const redirectUri = addressOfItsOwn()
    const tenant = await aTenant({ returnUrls: [redirectUri] })
    for (const customerId of [null, tenant.customerId])
      expect(
        await checkCustomVisit(
          wishes({ redirectUri: change(redirectUri), customerId, institution: 'nothing' }),
        ),
      ).toEqual({ ok: false, reason: 'return_url_refused' })
  })

  it('of a customer that nobody has leads nowhere', async () => {
    const redirectUri = addressOfItsOwn()
    await aTenant({ returnUrls: [redirectUri] })
    const refused = { ok: false, reason: 'return_url_refused' }
    expect(await checkCustomVisit(wishes({ redirectUri, customerId: randomUUID() }))).toEqual(refused)
    expect(await checkCustomVisit(wishes({ redirectUri, customerId: 'x' }))).toEqual(refused)
    expect(await checkCustomVisit(wishes({ redirectUri: null }))).toEqual(refused)
  })
})

describe('a request that cannot be met leads back with the reason', () => {
  it.each([
    ['institution_missing', { institution: null }],
    ['institution_unknown', { institution: '999999' }],
    ['institution_disabled', { institution: '1' }],
    ['state_too_long', { state: 'x'.repeat(2_001) }],
  ] as const)('%s', async (reason, asked) => {
    const redirectUri = addressOfItsOwn()
    await aTenant({ returnUrls: [redirectUri] })
    const checked = await checkCustomVisit(wishes({ redirectUri, ...asked }))
    const backTo = checked.ok || checked.reason === 'return_url_refused' ? '' : checked.reason.backTo
    expect(backTo.startsWith(redirectUri)).toBe(true)
    expect(new URL(backTo).searchParams.get('error_description')).toBe(reason)
    expect(new URL(backTo).searchParams.get('state')).toBe(reason === 'state_too_long' ? null : 's-1')
  })
})

describe('a visit that a tenant’s own screens begin', () => {
  it('asks for consent and the bank, and for nothing else', async () => {
    const { look } = await opened()
    expect(pathOf((await look()).visit)).toEqual(['consent', 'login', 'done'])
  })

  it('asks who the person is, and which accounts, where the tenant says so', async () => {
    const { look } = await opened({ customSteps: ['identity', 'accounts'] })
    expect(pathOf((await look()).visit)).toEqual([
      'identity',
      'verify',
      'consent',
      'login',
      'accounts',
      'done',
    ])
  })

  it('that is declined leads back with why, and the state', async () => {
    const { look, proof, redirectUri } = await opened()
    const open = await look()
    const view = await consentStep.view(open, new URLSearchParams())
    const form = new Map([
      ['decision', 'decline'],
      ['document', view.documentHash],
    ])
    await submitStep(open, proof, 'consent', { get: (name) => form.get(name) ?? '', all: () => [] })
    const ended = await look()
    expect(currentStep(ended.visit)).toBe('done')
    expect(await leave(ended, proof)).toBe(
      `${redirectUri}?state=s-1&error=access_denied&error_description=consent_declined`,
    )
  })

  it('that is cancelled leads back with why, twice the same', async () => {
    const { look, proof, redirectUri } = await opened()
    const to = `${redirectUri}?state=s-1&error=access_denied&error_description=cancelled`
    expect(await leave(await look(), proof)).toBe(to)
    expect(await leave(await look(), proof)).toBe(to)
  })
})
