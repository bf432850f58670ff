import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBankEnv } from './env.ts'
import { personas } from './personas.ts'
import { type RunningBank, startBank } from './server.ts'
import { visitorOf } from './testing/visitor.ts'

const lines: string[] = []
let bank: RunningBank
beforeAll(async () => {
  bank = await startBank({ port: 0, log: (line) => lines.push(line) })
})
afterAll(() => bank.close())

describe('the door', () => {
  it('says that it is well', async () => {
    const response = await fetch(`${bank.url}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  it.each([
    ['GET', '/nowhere', undefined, 404, 'not_found'],
    ['GET', '/approve/%E0%A4', undefined, 404, 'not_found'],
    ['PUT', '/api/login', '{}', 405, 'method_not_allowed'],
    ['POST', '/api/login', 'no json', 400, 'invalid_request'],
    ['POST', '/api/login', '{"username":7}', 400, 'invalid_request'],
    ['POST', '/api/login', JSON.stringify('x'.repeat(70_000)), 413, 'too_large'],
    ['POST', '/api/login/answers', '{"answers":[]}', 401, 'session_expired'],
  ])('answers %s %s with an error of the documented shape', async (method, path, body, status, code) => {
    const response = await fetch(bank.url + path, { method, ...(body ? { body } : {}) })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code, message: expect.any(String) } })
  })

  it('outlives an address that is none', async () => {
    const { port } = new URL(bank.url)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '//' }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(500)
    expect((await fetch(`${bank.url}/healthz`)).status).toBe(200)
  })

  it('tells when to come back from a maintenance (P5)', async () => {
    const body = JSON.stringify({ institution: '14', username: 'bank_down', password: 'Everyday' })
    const response = await fetch(`${bank.url}/api/login`, { method: 'POST', body })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '600'])
  })

  it('logs every request without credentials, tokens or path parameters (S9)', async () => {
    const visitor = visitorOf(bank.url)
    const { body } = await visitor.login('greatday_nomfa+canary')
    const token = body.status === 'linked' ? body.token : ''
    const [account] = await visitor.accounts(token)
    await visitor.call('GET', `/api/accounts/${account?.id}/transactions`, token)
    const log = lines.join('\n')
    expect(log).toContain('"pattern":"/api/accounts/:id/transactions","status":200')
    for (const secret of ['canary', 'Everyday', token, String(account?.id)]) expect(log).not.toContain(secret)
  })
})

describe('the page of the bank', () => {
  it('lists every persona, and is valid HTML', async () => {
    const page = await (await fetch(bank.url)).text()
    for (const username of personas.keys()) expect(page).toContain(`<code>${username}</code>`)
    const checker = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-inline-style': 'off' },
    })
    const report = await checker.validateString(page)
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('puts what a customer typed on a page as text only (S8)', async () => {
    const username = 'mfa_approve_by_hand+<img src=x>'
    const { body } = await visitorOf(bank.url).login(username)
    const page = body.status === 'challenged' ? body.challenges[0]?.approveAt : ''
    const text = await (await fetch(page ?? '')).text()
    expect(text).toContain('mfa_approve_by_hand+&lt;img src=x&gt;')
    expect(text).not.toContain('<img')
  })

  it('needs no script and allows none', async () => {
    const response = await fetch(bank.url)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).not.toContain('<script')
  })
})

describe('the program', () => {
  const run = (port: string) =>
    spawn(process.execPath, [`${import.meta.dirname}/main.ts`], { env: { ...process.env, BANK_PORT: port } })

  it('says one line when it listens, and ends at once when told', async () => {
    const child = run('0')
    const [line] = await once(child.stdout, 'data')
    expect(String(line)).toMatch(/^Sandbox bank listening on http:\/\/127\.0\.0\.1:\d+\n$/)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('refuses to start on a taken port and names the variable', async () => {
    const child = run(new URL(bank.url).port)
    const [[said], [code]] = await Promise.all([once(child.stderr, 'data'), once(child, 'exit')])
    expect(String(said)).toContain('BANK_PORT is taken')
    expect(code).toBe(1)
  })

  it('refuses a bad environment and names the variable, never the value', () => {
    expect(() => readBankEnv({ BANK_PORT: 'canary' })).toThrow(/BANK_PORT$/)
    expect(() => readBankEnv({ BANK_PUBLIC_URL: 'ftp://canary' })).toThrow(/BANK_PUBLIC_URL$/)
    expect(() => readBankEnv({ BANK_PORTAL_URLS: 'canary' })).toThrow(/BANK_PORTAL_URLS/)
    const env = readBankEnv({ BANK_PORTAL_URLS: 'https://a.example/,http://b.example' })
    expect(env.portalUrls).toEqual(['https://a.example', 'http://b.example'])
    expect(readBankEnv({})).toMatchObject({ port: 3100, host: '127.0.0.1', isLogging: false })
  })
})
