import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generate } from 'otplib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditAction } from '#lib/audit/audit-action.ts'
import { findEntries } from '#lib/audit/audit-store.ts'
import { totpOffer } from '#lib/console/factors/enrol-totp.ts'
import { findSignedIn } from '#lib/console/find-signed-in.ts'
import { aMember, aStaffSession, type BuiltMember } from '#prisma/builders/a-member.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { prepareConsoles } from './a-full-console.ts'

withTestDatabase()

let tenants: readonly BuiltTenant[]
let member: BuiltMember
let token: string
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  await prepareConsoles()
  tenants = [await aTenant(), await aTenant()]
  const [first, second] = tenants as [BuiltTenant, BuiltTenant]
  member = await aMember(first, 'owner')
  await aMember(second, 'support', member.email)
  token = await aStaffSession(member)
  await aStaffSession(member)
})

const code = async (): Promise<string> => {
  const signedIn = await findSignedIn(token, new Date())
  const offer = signedIn && (await totpOffer(signedIn))
  return generate({ secret: offer?.secret ?? '' })
}

type OwnForm = {
  readonly place: string
  readonly tells: AuditAction
  readonly fields?: () => Promise<Record<string, string>>
}

/** What a member changes about themselves, in an order in which each has something to do. */
const forms: readonly OwnForm[] = [
  { place: 'name', tells: 'staff.name_changed', fields: async () => ({ name: 'Ann' }) },
  { place: 'totp', tells: 'staff.totp_added', fields: async () => ({ code: await code() }) },
  { place: 'recovery', tells: 'staff.recovery_codes_renewed' },
  { place: 'totp/remove', tells: 'staff.totp_removed' },
  { place: 'sessions', tells: 'staff.sessions_ended' },
]
/** Asks a browser to sign: what it tells is proven by lib/console/factors and e2e/console-second-factor.spec.ts. */
const byAuthenticator = ['passkeys', 'passkeys/remove']

const folder = 'app/admin/account'
type Door = { POST?: (request: Request, around: { params: Promise<object> }) => Promise<Response> }
const doorAt = async (place: string): Promise<Door> =>
  import(pathToFileURL(resolve(folder, place, 'route.tsx')).href)

describe('what a member changes about themselves', () => {
  it('has a form here, whatever it is', async () => {
    const places = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('/route.tsx'))
      .map((file) => file.replace('/route.tsx', ''))
    const posted: string[] = []
    for (const place of places) if ((await doorAt(place)).POST) posted.push(place)
    expect(new Set(posted)).toEqual(new Set([...forms.map(({ place }) => place), ...byAuthenticator]))
  })

  it.each(forms)(
    'stands in the log of every tenant they work for: $place (D5)',
    async ({ place, tells, fields }) => {
      const { POST } = await doorAt(place)
      const body = new URLSearchParams(await fields?.())
      const headers = { 'sec-fetch-site': 'same-origin', cookie: `__Host-staff=${token}` }
      const request = new Request(`http://127.0.0.1:3000/admin/account/${place}`, {
        method: 'POST',
        headers,
        body,
      })
      const answer = await POST?.(request, { params: Promise.resolve({}) })
      expect(answer?.status).toBe(303)
      for (const { db } of tenants) {
        const told = (await findEntries(db, { limit: 2 })).map(({ action, actor }) => [action, actor])
        expect(told).toContainEqual([tells, `staff:${member.id}`])
      }
    },
  )
})
