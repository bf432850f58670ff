import { type APIRequestContext, expect, test } from '@playwright/test'
import { roleMay } from '../lib/console/permissions.ts'
import { staffRoles } from '../lib/staff/staff-member.ts'
import { type ConsoleDoor, consoleDoors } from '../test/console/console-doors.ts'
import { plantedMember, signIn } from './pages/console.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { addresses } from './stack/addresses.ts'

/** Every page and form of a tenant’s console, with the action that it asks for itself: a new one is tried by itself. */
let doors: readonly ConsoleDoor[]
test.beforeAll(async () => {
  doors = (await consoleDoors()).doors
})

const addressOf = (slug: string, { file }: ConsoleDoor): string =>
  `/admin/${slug}/${file}`.replace(/\/?route\.tsx?$/, '').replace(/\[(?:\.\.\.)?\w+\]/g, 'nothing')

const statusOf = async (request: APIRequestContext, door: ConsoleDoor, slug: string): Promise<number> => {
  const asked = { headers: { 'sec-fetch-site': 'same-origin' }, maxRedirects: 0 }
  const path = addressOf(slug, door)
  const answer =
    door.method === 'GET' ? await request.get(path, asked) : await request.post(path, { form: {}, ...asked })
  return answer.status()
}

test('each role is let in where the table of permissions says so, and told 403 elsewhere', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  expect(doors.length).toBeGreaterThan(80)
  for (const role of staffRoles) {
    const context = await browser.newContext({ baseURL: addresses.portal() })
    const { tenant, member } = await plantedMember(role)
    await signIn(context, member)
    for (const door of doors) {
      // Forms that are allowed would change things: what they do is tried by specs of their own.
      if (door.method === 'POST' && roleMay(role, door.action)) continue
      const status = await statusOf(context.request, door, tenant.slug)
      const where = `${role} ${door.method} ${door.file}`
      if (roleMay(role, door.action)) expect.soft([200, 303, 400, 404], where).toContain(status)
      else expect.soft(status, where).toBe(403)
    }
    await context.close()
  }
})

test('to every page and form of another tenant’s console it answers as if there were none', async ({
  context,
}) => {
  const { member } = await plantedMember('owner')
  const other = await plantedTenant({})
  await signIn(context, member)
  for (const door of doors)
    for (const slug of [other.slug, 'no-such-tenant'])
      expect.soft(await statusOf(context.request, door, slug), `${door.method} ${door.file}`).toBe(404)
})

test('without a session every page and form leads to the sign-in', async ({ context }) => {
  const { tenant } = await plantedMember('owner')
  for (const door of doors)
    expect.soft(await statusOf(context.request, door, tenant.slug), `${door.method} ${door.file}`).toBe(303)
})
