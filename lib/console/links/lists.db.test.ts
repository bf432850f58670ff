import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { runJob } from '#lib/jobs/definitions.ts'
import { findLinkByToken } from '#lib/links/find-link-by-token.ts'
import { countRows } from '#lib/links/link-batch-store.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { startMailbox } from '../../../test/mail/start-mailbox.ts'
import { confirmList, discardList } from './confirm-list.ts'
import { listErrors } from './list-errors.ts'
import { listLinksTold } from './list-links.ts'
import { readList } from './read-list.ts'
import { takeAddresses } from './take-addresses.ts'

withTestDatabase()

const text = [
  'name,email,language,tag,phone',
  'Zoé Tremblay,zoe@example.com,fr,file 1,',
  'Ann Lee,canary-no-address,en,file 2,',
  'Bea Roy,bea@example.com,de,file 3,',
  'Cam Ng,,en,file 4,',
  'Dan Poe,dan@example.com,,file 5,514 333-7777',
  'Eve Cox,eve@example.com,en,file 6,',
].join('\n')

const order = { label: 'November', days: 7, isDemo: false, isMailed: true, text }

let tenant: BuiltTenant
let mailbox: Awaited<ReturnType<typeof startMailbox>>

beforeAll(async () => {
  mailbox = await startMailbox()
  process.env.SMTP_URL = mailbox.url
  tenant = await aTenant()
  return mailbox.close
})

const readAs = async (wanted: Partial<typeof order> = {}) => {
  const desk = await aDesk<'links.create' | 'links.view'>(tenant, 'support')
  const read = await readList(desk, { ...order, ...wanted })
  if (!read.ok) throw new Error(read.reason)
  return { desk, id: read.value }
}

const runJobsOf = async (topic: string): Promise<void> => {
  const events = await tenant.db.tables.outboxEvent.findMany({ where: { topic } })
  for (const { id } of events) await runJob(topic, id)
}

it('a list with bad rows says which and why, and its file of errors can be mended and sent again', async () => {
  const { desk, id } = await readAs()
  expect(await countRows(tenant.db, id)).toEqual({ rows: 6, flawed: 4, made: 0 })
  const file = (await listErrors(desk, id, ({ column, flaw }) => `${column} ${flaw}`)) ?? ''
  const records = parse(file, { bom: true, columns: true }) as Record<string, string>[]
  expect(records.map(({ line, problem, name }) => [line, problem, name])).toEqual([
    ['3', 'email invalid', 'Ann Lee'],
    ['4', 'language invalid', 'Bea Roy'],
    ['5', 'email missing', 'Cam Ng'],
    ['6', 'phone not_asked', 'Dan Poe'],
  ])
  expect((await readAs({ text: file.replace('canary-no-address', 'ann@example.com') })).id).toMatch(/^lbt_/)
  const stored = await tenant.db.tables.linkBatchRow.findMany()
  expect(JSON.stringify(stored.map(({ flaws }) => flaws))).not.toContain('canary')
})

it('a confirmed list is made and mailed once, however often its jobs run, and each link tells how far it got', async () => {
  const { desk, id } = await readAs()
  const now = new Date()
  expect(await confirmList(desk, id, now)).toBe(true)
  expect(await confirmList(desk, id, now)).toBe(false)
  expect(await discardList(desk, id)).toBe(false)
  await Promise.all([runJobsOf('links.make'), runJobsOf('links.make')])
  expect(await countRows(tenant.db, id)).toEqual({ rows: 6, flawed: 4, made: 2 })
  const told = () => listLinksTold(desk, { limit: 10, typed: id, isDemo: false }, new Date())
  expect((await told()).map(({ status, link }) => [status, link.tag])).toEqual([
    ['made', 'file 6'],
    ['made', 'file 1'],
  ])
  for (let run = 0; run < 2; run++) await runJobsOf('mail.link')
  expect((await told()).map(({ status }) => status)).toEqual(['sent', 'sent'])
  const mails = mailbox.mailsTo('zoe@example.com')
  expect(mails).toHaveLength(1)
  expect(mails[0]?.subject).toContain('vous demande de connecter votre compte bancaire')
  const token = /\/l\/([\w-]{43})/.exec(mails[0]?.text ?? '')?.[1] ?? ''
  expect((await findLinkByToken(token))?.tag).toBe('file 1')
})

it('addresses that are taken as a file replace those that were taken before', async () => {
  const { desk, id } = await readAs({ isMailed: false })
  expect(await takeAddresses(desk, id, new Date())).toBeNull()
  await confirmList(desk, id, new Date())
  await runJobsOf('links.make')
  const taken = async () => {
    const file = (await takeAddresses(desk, id, new Date())) ?? ''
    const records = parse(file, { bom: true, columns: true }) as Record<string, string>[]
    return records.map(({ link = '' }) => link.split('/l/')[1] ?? '')
  }
  const [first, second] = [await taken(), await taken()]
  expect(first).toHaveLength(3)
  for (const token of first) expect(await findLinkByToken(token)).toBeNull()
  for (const token of second) expect((await findLinkByToken(token))?.batchId).toBe(id)
})

it('another tenant’s list is as unknown as none', async () => {
  const { id } = await readAs()
  const stranger = await aDesk<'links.create' | 'links.view'>(await aTenant(), 'support')
  expect(await confirmList(stranger, id, new Date())).toBe(false)
  expect(await discardList(stranger, id)).toBe(false)
  expect(await listErrors(stranger, id, () => '')).toBeNull()
  expect(await listLinksTold(stranger, { limit: 9, typed: id, isDemo: false }, new Date())).toEqual([])
})
