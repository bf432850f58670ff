import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '#lib/db/disconnect.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import type { NewFlowPolicy } from '#lib/tenants/flow-policy.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { startBank } from '../../bank/server.ts'
import { ensureBuild } from '../../scripts/build/build.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { startProgram, startWeb, until, type Web } from '../kill/house.ts'
import { startMailbox } from '../mail/start-mailbox.ts'
import { fc, seed } from '../properties.ts'
import { Browser } from './browser.ts'
import { examineAnswer, examineRows, type FuzzTenant } from './examine.ts'
import { move } from './moves.ts'
import { play } from './play.ts'

/** Walks that are always made, and how many more may be needed until every landmark was seen. */
const leastRounds = 12
const mostRounds = 40
const landmarks = ['l', 'identity', 'consent', 'institution', 'login', 'accounts', 'review']

const closers: (() => unknown)[] = []
let web: Web
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let tenants: FuzzTenant[]

const policyScopes = ['account_basics', 'account_numbers', 'holder_contact'].map((scope) => ({
  scope,
  required: true,
  purpose: { en: 'To know whose it is', fr: 'Pour savoir à qui il est' },
  reason: { en: 'Needed', fr: 'Requis' },
})) as NewFlowPolicy['scopes']

const name = [{ name: 'fullName' as const, required: true }]

const buildTenants = async (): Promise<FuzzTenant[]> => {
  const atTheBank = ['attempt', 'accounts']
  const express = await aTenant({}, 'fuzz-express')
  const connect = await aTenant(
    { preset: 'connect', identityFields: [], identityProof: 'none' },
    'fuzz-connect',
  )
  const bankFirst = await aTenant(
    { preset: 'bank_first', identityFields: name, identityProof: 'none', accountRule: 'one' },
    'fuzz-bank-first',
  )
  const review = await aTenant(
    {
      identityFields: name,
      identityProof: 'none',
      scopes: policyScopes,
      daysOfTransactions: 0,
      matchRules: { match: 0.9, partial: 0.7, onPartial: 'stop', onMismatch: 'stop', onNoData: 'stop' },
    },
    'fuzz-review',
  )
  return [
    { ...express, order: ['identity', 'verified', 'consent', 'institution', ...atTheBank] },
    { ...connect, order: ['consent', 'institution', ...atTheBank] },
    { ...bankFirst, order: ['identity', 'institution', 'consent', ...atTheBank] },
    { ...review, order: ['identity', 'consent', 'institution', ...atTheBank] },
  ]
}

beforeAll(async () => {
  await ensureBuild()
  const database = await openTestDatabase()
  const bank = await startBank({ port: 0 })
  mailbox = await startMailbox()
  Object.assign(process.env, {
    PORTICO_MODE: 'demo',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    BANK_URL: bank.url,
    SMTP_URL: mailbox.url,
    RATE_LIMIT_SCALE: '1000',
  })
  tenants = await buildTenants()
  const { seedInstitutions } = await import('#lib/institutions/seed-directory.ts')
  await seedInstitutions()
  const worker = await startProgram('lib/jobs/worker.ts', process.env, 'worker ready')
  web = await startWeb(mkdtempSync(join(tmpdir(), 'portico-fuzz-')), process.env)
  closers.push(web.close, () => worker.kill('SIGKILL'), disconnect, bank.close, mailbox.close, database.drop)
}, 300_000)

afterAll(async () => {
  for (const close of closers) await close()
}, 60_000)

/** The newest code that came, or a wrong one when none does soon: both are moves of a person. */
const codeFor = ({ mark }: Browser): Promise<string> => {
  const deadline = Date.now() + 2_000
  return until(
    () => mailbox.codesTo(`${mark}@example.com`).at(-1) ?? (Date.now() > deadline ? '0000000' : null),
  )
}

/** A link of nobody in particular: in each run others hold it. */
const aLink = async (db: FuzzTenant['db']): Promise<string> =>
  (await mintLink(db, {}, { actor: 'operator:fuzz', now: new Date() })).token

/** The step of a visit, or the first part of any other address. */
const doorOf = (path: string): string => {
  const [, first = '', , step = ''] = path.split('/')
  return first === 'connect' ? step : first
}

it(`random doors in random order never fail, never open early, never tell of another (seed ${seed})`, async () => {
  let runs = 0
  const reached = new Set<string>()
  const property = fc.asyncProperty(fc.array(move, { minLength: 40, maxLength: 120 }), async (moves) => {
    const run = runs++
    const browsers = [0, 1, 2].map((index) => new Browser(web.url, `zq${seed}r${run}b${index}qz`))
    const links = await Promise.all(tenants.map(({ db }) => aLink(db)))
    const scene = { browsers, slugs: tenants.map(({ slug }) => slug), links, codeFor }
    for (const one of moves) {
      const { browser, answers } = await play(scene, one)
      for (const answer of answers) {
        if (answer.status === 200) reached.add(doorOf(answer.path))
        await examineAnswer(scene, tenants, { browser, answer })
      }
    }
    await examineRows(scene, tenants)
  })
  const missed = () => landmarks.filter((door) => !reached.has(door))
  while (runs < leastRounds || (missed().length > 0 && runs < mostRounds))
    await fc.assert(property, { seed: seed + runs, numRuns: 1, endOnFailure: true })
  expect(missed()).toEqual([])
}, 300_000)
