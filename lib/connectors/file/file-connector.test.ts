import { describe, expect, it } from 'vitest'
import { systemClock } from '#lib/kit/clock.ts'
import { accountKinds, type ConnectorContext, type UploadRequest } from '../contract.ts'
import { fileConnector } from './file-connector.ts'
import { readApart } from './read-apart.ts'

const titles = Object.fromEntries(accountKinds.map((kind) => [kind, kind])) as UploadRequest['titles']
const named = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) })
const csv = (account: string) =>
  named('a.csv', `Date,Account,Description,Amount\n2026-01-05,${account},Tea,-4.50\n`)

/** A world that keeps what it is given. */
const aWorld = () => {
  const kept = new Map<string, string>()
  const log: string[] = []
  const ctx: ConnectorContext = {
    fetch: () => Promise.reject(new Error('it asks nobody')),
    clock: systemClock,
    log: (event, detail) => log.push(JSON.stringify({ event, detail })),
    baseUrl: '',
    settings: null,
    signal: AbortSignal.timeout(30_000),
    handedIn: async (key) => kept.get(key) ?? null,
  }
  const take = async (files: UploadRequest['files'], former: string | null = null, takesPapers = true) => {
    const request = { files, kind: 'chequing', country: 'CA', titles, takesPapers, former } as const
    const taken = await fileConnector.fileUpload.take(ctx, request)
    if (!taken.ok) return { flaws: taken.reason.map(({ code }) => code), grant: '' }
    for (const { key, content } of taken.value.kept) kept.set(key, content)
    return { flaws: [], grant: taken.value.grant }
  }
  return { ctx, kept, log, take }
}

describe('the connector of files', () => {
  it('reads the same accounts and transactions of the same file again (O12), within the days asked for', async () => {
    const { ctx, take } = aWorld()
    const [first, second] = [await take([csv('1234567')]), await take([csv('1234567')])]
    const [one, two] = [
      await fileConnector.data.accounts(ctx, first.grant),
      await fileConnector.data.accounts(ctx, second.grant),
    ]
    expect(one).toEqual(two)
    const accountKey = one.ok ? (one.value[0]?.key ?? '') : ''
    const of = (from: string, to: string) =>
      fileConnector.data.transactions(ctx, first.grant, { accountKey, from, to })
    expect(await of('2026-01-05', '2026-01-05')).toMatchObject({ value: [{ amount: '-4.50' }] })
    expect(await of('2026-01-06', '2026-02-05')).toMatchObject({ value: [] })
  })

  it('adds to what was handed in before in the same visit', async () => {
    const { ctx, take } = aWorld()
    const { grant } = await take([csv('1111111')])
    const both = await take([csv('2222222')], grant)
    expect(await fileConnector.data.accounts(ctx, both.grant)).toMatchObject({ value: [{}, {}] })
  })

  it('gives a paper of the one account beside it as it came, and each once', async () => {
    const { ctx, take } = aWorld()
    const paper = '%PDF-1.4\n%%EOF'
    const { grant } = await take([csv('1234567'), named('a.pdf', paper), named('b.pdf', paper)])
    const accounts = await fileConnector.data.accounts(ctx, grant)
    const accountKey = accounts.ok ? (accounts.value[0]?.key ?? '') : ''
    const listed = await fileConnector.statements.list(ctx, grant, accountKey)
    expect(listed).toMatchObject({ value: [{ month: null, fileType: 'PDF' }] })
    const statementKey = listed.ok ? (listed.value[0]?.key ?? '') : ''
    const file = await fileConnector.statements.file(ctx, grant, { accountKey, statementKey })
    expect(file.ok && Buffer.from(file.value).toString()).toBe(paper)
    expect(
      await fileConnector.statements.file(ctx, grant, { accountKey: 'other', statementKey }),
    ).toMatchObject({
      reason: { code: 'files_needed' },
    })
  })

  it('refuses a paper that was not agreed to', async () => {
    const { take } = aWorld()
    expect((await take([named('a.pdf', '%PDF-1.4\n%%EOF')], null, false)).flaws).toEqual([
      'file_pdf_not_agreed',
    ])
  })

  it('says that new files are needed once they are forgotten, and that a grant of another is none', async () => {
    const { ctx, kept, take } = aWorld()
    const { grant } = await take([csv('1234567')])
    kept.clear()
    expect(await fileConnector.data.accounts(ctx, grant)).toMatchObject({ reason: { code: 'files_needed' } })
    for (const strange of ['', 'null', '{}', '[1]'])
      expect(await fileConnector.data.accounts(ctx, strange)).toMatchObject({
        reason: { code: 'malformed_answer' },
      })
  })

  it('writes no name and nothing of a file into the log (S9)', async () => {
    const { log, take } = aWorld()
    await take([csv('1234567')])
    expect(log.length).toBeGreaterThan(0)
    expect(log.join()).not.toMatch(/1234567|a\.csv|Tea|4\.50/)
  })

  it('gives up a reading whose time is over', async () => {
    const beside = { kind: 'chequing', currency: 'CAD', titles, today: '2026-12-31' } as const
    const asked = { files: [csv('1234567')], beside }
    expect(await readApart(asked, AbortSignal.timeout(30_000), 0)).toBeNull()
    expect(await readApart(asked, AbortSignal.timeout(30_000))).toMatchObject({ flaws: [] })
  })
})
