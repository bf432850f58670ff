import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { aMember, aStaffSession } from '#prisma/builders/a-member.ts'
import type { BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { addressOfPage, consolePages, type PlantedThings } from '../../e2e/pages/console-pages.ts'

type Door = {
  readonly GET: (request: Request, around: { params: Promise<unknown> }) => Promise<Response>
}

/** Asks for every page of the console as its owner does. */
export const seeEveryPage = async (tenant: BuiltTenant, things: PlantedThings): Promise<void> => {
  const cookie = `__Host-staff=${await aStaffSession(await aMember(tenant, 'owner'))}`
  const params = { ...things, rest: [things.rest] }
  for (const page of consolePages()) {
    const { GET } = (await import(pathToFileURL(resolve('app/admin', page.file)).href)) as Door
    const url = new URL(addressOfPage(page, things), 'http://127.0.0.1:3000')
    const { status } = await GET(new Request(url, { headers: { cookie } }), {
      params: Promise.resolve(params),
    })
    if (status >= 500) throw new Error(`${url.pathname} answered ${status}`)
  }
}
