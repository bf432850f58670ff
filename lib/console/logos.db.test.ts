import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { findBrandAsset } from '#lib/tenants/brand-asset-store.ts'
import { flawsOfBrand } from '#lib/tenants/brand-flaws.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import type { Desk } from './desk.ts'
import { keepLogo } from './keep-logo.ts'
import { proposeFromSite } from './propose-from-site.ts'

withTestDatabase()

const aLogo = (background: string) =>
  sharp({ create: { width: 200, height: 50, channels: 3, background } })
    .png()
    .toBuffer()

const aDesk = async () => {
  const { db, slug } = await aTenant()
  const desk = { db, tenant: { id: db.tenantId, slug }, member: { id: 'stm_1' } }
  return { db, desk: desk as unknown as Desk<'brand.edit'> }
}

const idIn = (address: string): string => /\/([0-9a-f]{64})\.png$/.exec(address)?.[1] ?? ''

describe('a logo', () => {
  it('is kept under the hash of its content, at an address that a draft may hold', async () => {
    const { db, desk } = await aDesk()
    const kept = await keepLogo(desk, await aLogo('#1f5c3f'))
    if (!kept.ok) throw new Error(kept.reason)
    expect(await findBrandAsset(db, idIn(kept.value))).toMatchObject({ mediaType: 'image/png' })
    const { document } = await openDraft(db, 'brand')
    expect(flawsOfBrand({ ...document, darkLogoPath: kept.value })).toEqual([])
  })

  it('that cannot be read is refused', async () => {
    const { desk } = await aDesk()
    expect(await keepLogo(desk, new Uint8Array())).toEqual({ ok: false, reason: 'logo_unreadable' })
  })

  it('of one tenant is not found under another', async () => {
    const { desk } = await aDesk()
    const kept = await keepLogo(desk, await aLogo('#1f5c3f'))
    const other = await aDesk()
    expect(await findBrandAsset(other.db, idIn(kept.ok ? kept.value : ''))).toBeNull()
  })
})

describe('a website', () => {
  const aSite = async (html: string) => {
    const logo = await aLogo('#c0392b')
    const server = createServer((request, answer) => {
      if (request.url === '/logo.png') answer.end(logo)
      else answer.setHeader('content-type', 'text/html').end(html)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
  }
  const around = { allowsLoopback: true, resolve: async () => [] }

  it('gives its logo, and a whole theme of its colour that passes (O5)', async () => {
    const { db, desk } = await aDesk()
    const { server, address } = await aSite('<img src="broken-logo.png"><img src="/logo.png" alt="Logo">')
    const proposed = await proposeFromSite(desk, address, around)
    server.close()
    if (!proposed.ok) throw new Error(proposed.reason)
    expect(proposed.value.primary).toBe('#c0392b')
    const { document } = await openDraft(db, 'brand')
    expect(flawsOfBrand({ ...document, ...proposed.value })).toEqual([])
    expect(await findBrandAsset(db, idIn(proposed.value.logoPath ?? ''))).not.toBeNull()
  })

  it('that shows neither, or is not to be reached, gives nothing', async () => {
    const { desk } = await aDesk()
    const { server, address } = await aSite('<p>Hello</p>')
    const unreadable = { ok: false, reason: 'site_unreadable' }
    expect(await proposeFromSite(desk, address, around)).toEqual(unreadable)
    server.close()
    expect(await proposeFromSite(desk, '10.0.0.1', around)).toEqual(unreadable)
  })
})
