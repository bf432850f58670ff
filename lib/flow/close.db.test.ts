import { describe, expect, it } from 'vitest'
import { hasEvent } from '#lib/sessions/session-store.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { declinedUrlOf } from './decline-link.ts'
import { findFrontDoor } from './open-link.ts'
import { copySent, sendCopy } from './send-copy.ts'

withTestDatabase()

const wishes = {
  language: null,
  acceptLanguage: null,
  isDemo: false,
  tag: 'file-1',
  redirectUrl: null,
  device: null,
}

describe('the copy by mail', () => {
  it('is not sent for a visit that shares nothing, nor for one of another tenant', async () => {
    const tenant = await aTenant()
    const { id } = await aSession(tenant)
    await sendCopy(tenant.db, { eventId: crypto.randomUUID(), sessionId: id })
    await sendCopy((await aTenant()).db, { eventId: crypto.randomUUID(), sessionId: id })
    expect(await hasEvent(tenant.db, id, copySent)).toBe(false)
  })
})

describe('a tenant without a page to return to', () => {
  it('has a front door, and nowhere to send who declines; with one, the reason is signed', async () => {
    const door = async (returnUrls: string[]) => {
      const { slug } = await aTenant({ returnUrls })
      const found = await findFrontDoor(slug, wishes)
      if (!found.ok) throw new Error(found.reason)
      return declinedUrlOf(found.value)
    }
    expect(await door([])).toBeNull()
    const back = new URL((await door(['https://client.example/back'])) ?? '')
    expect(back.searchParams.get('error')).toBe('declined')
    expect(back.searchParams.get('tag')).toBe('file-1')
    expect(back.searchParams.get('signature')).toMatch(/^[\w-]{43}$/)
  })

  it('refuses a wish to be returned anywhere (S6)', async () => {
    const { slug } = await aTenant({ returnUrls: [] })
    const wished = { ...wishes, redirectUrl: 'https://evil.example/' }
    expect(await findFrontDoor(slug, wished)).toEqual({ ok: false, reason: 'return_url_refused' })
  })
})
