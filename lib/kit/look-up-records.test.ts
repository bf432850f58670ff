import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNameServer } from '../../test/dns/name-server.ts'
import { lookUpAddresses, lookUpAliases, lookUpTexts, type NameServers } from './look-up-records.ts'

let server: Awaited<ReturnType<typeof openNameServer>>
const at = (): NameServers => ({ servers: [server.address], timeoutMs: 500, tries: 1 })

beforeAll(async () => {
  server = await openNameServer()
  server.tell({
    'text.example': { TXT: ['portico=1', `long ${'x'.repeat(300)}`] },
    'alias.example': { CNAME: 'Portal.Example' },
    'both.example': { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] },
    'four.example': { A: ['192.0.2.2'] },
    'lost.example': { down: true },
  })
})
afterAll(() => server.close())

describe('what a name has is found', () => {
  it('texts, whole again though they travel in chunks', async () => {
    const found = await lookUpTexts('text.example', at())
    expect(found).toEqual({ ok: true, value: ['portico=1', `long ${'x'.repeat(300)}`] })
  })

  it('aliases, in small letters', async () => {
    expect(await lookUpAliases('alias.example', at())).toEqual({ ok: true, value: ['portal.example'] })
  })

  it('addresses of both families, and of one alone', async () => {
    expect(await lookUpAddresses('both.example', at())).toEqual({
      ok: true,
      value: ['192.0.2.1', '2001:db8::1'],
    })
    expect(await lookUpAddresses('four.example', at())).toEqual({ ok: true, value: ['192.0.2.2'] })
  })

  it('anew each time: nothing is remembered between two looks', async () => {
    server.tell({ 'new.example': null })
    expect(await lookUpTexts('new.example', at())).toEqual({ ok: true, value: [] })
    server.tell({ 'new.example': { TXT: ['here'] } })
    expect(await lookUpTexts('new.example', at())).toEqual({ ok: true, value: ['here'] })
  })
})

describe('nothing is an answer', () => {
  it.each([
    ['a name that is not', 'nobody.example'],
    ['a name without records of the kind', 'both.example'],
    ['what is no name', `${'a'.repeat(70)}.example`],
  ])('%s', async (_, name) => {
    expect(await lookUpTexts(name, at())).toEqual({ ok: true, value: [] })
    expect(await lookUpAliases(name, at())).toEqual({ ok: true, value: [] })
  })
})

describe('nobody to ask is no answer', () => {
  it('a server that has lost its way', async () => {
    expect(await lookUpTexts('lost.example', at())).toEqual({ ok: false, reason: 'no_answer' })
    expect(await lookUpAddresses('lost.example', at())).toEqual({ ok: false, reason: 'no_answer' })
  })

  it('a server that is silent, within the time', async () => {
    const mute = createSocket('udp4').bind(0, '127.0.0.1')
    await once(mute, 'listening')
    const silent = { servers: [`127.0.0.1:${mute.address().port}`], timeoutMs: 50, tries: 1 }
    expect(await lookUpTexts('text.example', silent)).toEqual({ ok: false, reason: 'no_answer' })
    mute.close()
  })
})
