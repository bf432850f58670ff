import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { findRoutedByKey } from '#lib/institutions/find-routed.ts'
import { listRoutes, openRouteSettings } from '#lib/institutions/route-store.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { type RunningBank, startBank } from '../../bank/server.ts'
import { settingsOfDoor } from '../../test/banks/fdx-door.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { institutionCommands } from './institutions.ts'

withTestDatabase()
let bank: RunningBank
let tenant: BuiltTenant
const folder = mkdtempSync(join(tmpdir(), 'routes-'))
beforeAll(async () => {
  bank = await startBank({ port: 0 })
  tenant = await aTenant()
  await seedInstitutions()
})
afterAll(async () => {
  await bank.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Runs the command; answers what it printed, and the sentence with which it failed. */
const typed = async (...words: string[]): Promise<string> => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const failure = await institutionCommands.institutions.run(words).then(
    () => '',
    (error: Error) => error.message,
  )
  const told = [...said.mock.calls.flat(), failure].filter(Boolean).join('\n')
  said.mockRestore()
  return told
}

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** The words of one line of a shell, quotes taken off. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

const guide = readFileSync(new URL('../../docs/connectors.md', import.meta.url), 'utf8')
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block)

describe('the recipe “add a bank that speaks FDX”', () => {
  it('can be typed as it stands: the bank is added, tried, listed, switched off and on', async () => {
    const [settings = ''] = blocksOf('json')
    const path = fileOf('first-bank.json', settings.replaceAll('http://127.0.0.1:3100', bank.url))
    const lines = blocksOf('sh').flatMap((block) => block.trim().split('\n'))
    const told: string[] = []
    for (const line of lines) {
      const [npm, run, portico, dashes, command, ...words] = wordsOf(line)
      expect([npm, run, portico, dashes, command]).toEqual(['npm', 'run', 'portico', '--', 'institutions'])
      const here: Readonly<Record<string, string>> = { maple: tenant.slug, 'first-bank.json': path }
      told.push(await typed(...words.map((word) => here[word] ?? word)))
    }
    expect(told[0]).toMatch(/^\d+ {2}First Bank is reached over fdx\.$/)
    expect(told[1]).toContain('✓ The bank takes the request to sign in')
    expect(told[1]).not.toContain('✗')
    expect(told[2]).toMatch(/First Bank {2}fdx {2}at 0 {2}on$/)
    expect(told.slice(3)).toEqual([expect.stringMatching(/is off\.$/), expect.stringMatching(/is on\.$/)])
    expect(await findRoutedByKey(tenant.db, 'First Bank')).toMatchObject({
      connectorId: 'fdx',
      nameFr: 'Première Banque',
      numbers: ['815'],
    })
  })
})

describe('the ways to banks that an operator sets up', () => {
  const add = (key: string, settings: string, ...more: string[]) =>
    typed('add', tenant.slug, key, '--settings', fileOf(`${key}.json`, settings), ...more)

  it('keep what is secret sealed, and take new settings in the place of the old', async () => {
    const { slug, db } = tenant
    await add('SandboxOpenBank', settingsOfDoor(bank.url, 'fapi'))
    await add('9010', settingsOfDoor(bank.url, 'open'), '--position', '2')
    const [route, ...others] = (await listRoutes(db)).filter(({ institutionId }) => institutionId === 9010)
    expect([others, route?.position, route?.upstreamKey]).toEqual([[], 2, 'SandboxOpenBank'])
    expect(JSON.parse((await openRouteSettings(db, route?.id ?? '')) ?? '')).toMatchObject({
      clientId: 'portico-demo',
    })
    expect(await typed('list', slug)).not.toContain('portico-demo')
    const { settingsSealed } = await db.tables.institutionRoute.findUniqueOrThrow({
      where: { id: route?.id ?? '' },
    })
    expect(Buffer.from(settingsSealed ?? []).toString('latin1')).not.toContain('portico-demo')
  })

  it('are tried at a bank in FAPI 2.0 as well', async () => {
    await add('SandboxFapiBank', settingsOfDoor(bank.url, 'fapi'))
    const told = await typed('test', tenant.slug, 'SandboxFapiBank')
    expect(told).toContain('✓ FAPI 2.0: requests are pushed (PAR)')
    expect(told).toContain('✓ The data is guarded')
    expect(told).not.toContain('✗')
  })

  it.each([
    [
      'an issuer that nobody is',
      { issuer: 'http://127.0.0.1:9/oauth/open' },
      'The issuer http://127.0.0.1:9/oauth/open cannot be reached',
    ],
    ['a client that the bank does not know', { clientId: 'stranger' }, 'does not know this client'],
    [
      'a wrong secret',
      { auth: { method: 'client_secret_basic', secret: 'canary-secret' } },
      'does not know this client',
    ],
    [
      'data that stands elsewhere',
      { dataUrl: 'http://127.0.0.1:9/fdx' },
      'The data at http://127.0.0.1:9/fdx cannot be reached',
    ],
    ['FAPI 2.0 with a secret', { profile: 'fapi2' }, '✗ FAPI 2.0: the client proves itself by a key'],
  ])('that are wrong are told in words: %s', async (_, wrong, says) => {
    await add('SandboxOpenBank', settingsOfDoor(bank.url, 'open', wrong))
    const told = await typed('test', tenant.slug, 'SandboxOpenBank')
    expect(told).toContain(says)
    expect(told).toMatch(/(is|are) wrong\.$/)
    expect(told).not.toContain('canary')
  })

  it('are refused with a sentence that an operator can act on', async () => {
    const { slug } = tenant
    const settings = settingsOfDoor(bank.url, 'open')
    expect(await add('SandboxOpenBank', '{"issuer": "canary"}')).toMatch(
      /^The settings cannot be used:\n {2}issuer/,
    )
    expect(await add('SandboxOpenBank', settings, '--connector', 'guess')).toContain('fdx, aggregator')
    expect(await add('SandboxOpenBank', settings, '--name', 'Again')).toContain('in the directory already')
    expect(await add('NoSuchBank', settings)).toContain('needs --name')
    expect(await add('9010', settings, '--position', 'first')).toContain('A position is')
    expect(await typed('add', slug, '9010', '--settings', '/nowhere')).toContain('cannot be read')
    expect(await typed('add', slug, '9010')).toContain('--settings')
    expect(await typed('test', slug, 'RBC')).toContain('No route')
    expect(await typed('guess')).toContain('add, list, test, off, on')
    expect(await typed('list', 'nobody')).toContain('No tenant')
  })

  it('that are off are not tried, and a connection over them is not read', async () => {
    await add('SandboxOpenBank', settingsOfDoor(bank.url, 'open'))
    await typed('off', tenant.slug, '9010')
    expect(await typed('test', tenant.slug, '9010')).toContain('✗ The route over fdx is off.')
    expect(await findRoutedByKey(tenant.db, '9010')).toMatchObject({ connectorId: null })
  })
})
