import { describe, expect, it } from 'vitest'
import { accountKinds, type UploadRequest } from '../contract.ts'
import { type ContractHarness, faultOf, got, openVisit, uploadVisit } from '../contract-harness.ts'
import { describeConnector } from '../contract-suite.ts'
import { fileConnector } from './file-connector.ts'
import { readApart } from './read-apart.ts'

const { data, statements } = fileConnector
const titles = Object.fromEntries(accountKinds.map((kind) => [kind, kind])) as UploadRequest['titles']
const named = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) })

const rows = [
  ['2025-01-04', 'Before', '-1.00'],
  ['2025-01-05', 'Pharmacie Bélanger', '-4.50'],
  ['2025-01-31', 'Tea for two', '-4.5'],
  ['2025-01-31', 'Tea for two', '-4.5'],
  ['2025-03-02', 'Pay of a whole month', '2000'],
  ['2025-03-03', 'After', '-1.00'],
] as const

const csvOf = (account: string) =>
  named(
    'my account.csv',
    `Date,Account,Description,Amount\n${rows.map(([day, text, amount]) => `${day},${account},${text},${amount}\n`).join('')}`,
  )

const ofxRows = rows.map(
  ([day, text, amount], at) =>
    `<STMTTRN><DTPOSTED>${day.replaceAll('-', '')}<TRNAMT>${amount}<FITID>${at}<NAME>${text}</STMTTRN>`,
)
const ofx = named(
  'my account.ofx',
  `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CAD
<BANKACCTFROM><BANKID>000301234<ACCTID>1234567<ACCTTYPE>SAVINGS</BANKACCTFROM>
<BANKTRANLIST>${ofxRows.join('\n')}</BANKTRANLIST><LEDGERBAL><BALAMT>1520.5</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
)
const paper = named('my paper.pdf', '%PDF-1.4\n%%EOF')

const unreadable = [
  named('nothing.csv', ''),
  named('web page.csv', '<!DOCTYPE html><title>Hello</title>'),
  named('half.csv', '{"accounts":[{"id":"1"'),
  named('list.csv', '[]'),
  named('prose.txt', 'Dear bank, nothing, really'),
  named('no day.csv', 'Date,Description,Amount\nsoon,Tea,-4.50\n'),
  named('much.csv', 'Date,Description,Amount\n2025-01-05,Tea,much\n'),
  named('none.ofx', '<OFX></OFX>'),
  named('cut off.pdf', '%PDF-1.4\n'),
]

const harnessWith = (...files: UploadRequest['files']): Omit<ContractHarness, 'connector'> => ({
  at: () => ({ baseUrl: '', settings: null }),
  url: '',
  fetch: () => Promise.reject(new Error('it asks nobody')),
  upload: {
    request: { files, kind: 'chequing', country: 'CA', titles, takesPapers: true, former: null },
    unreadable,
  },
  stranger: { state: 'state', grant: JSON.stringify({ reading: 'hfl_of_nobody', papers: [] }) },
  days: { from: '2025-01-05', to: '2025-03-02' },
  close: async () => {},
})

describeConnector('file (CSV)', fileConnector, async () => harnessWith(csvOf('1234567'), paper))
describeConnector('file (OFX)', fileConnector, async () => harnessWith(ofx, paper))

describe('the connector of files', () => {
  const aVisit = () => {
    const harness = { connector: fileConnector, ...harnessWith() }
    const visit = openVisit(harness)
    return { ctx: visit.ctx, ...uploadVisit(harness, visit) }
  }

  it('adds to what was handed in before in the same visit', async () => {
    const { ctx, handIn } = aVisit()
    const { grant: former } = await handIn({ files: [csvOf('1111111')] })
    const { grant } = await handIn({ files: [csvOf('2222222')], former })
    const numbers = got(await data.accounts(ctx, grant)).map(({ accountNumber }) => accountNumber)
    expect(numbers).toEqual(['1111111', '2222222'])
  })

  it('gives a paper of the one account beside it as it came, and each once', async () => {
    const { ctx, handIn } = aVisit()
    const { grant } = await handIn({ files: [csvOf('1234567'), paper, { ...paper, name: 'again.pdf' }] })
    const accountKey = got(await data.accounts(ctx, grant))[0]?.key ?? ''
    const [listed, ...others] = got(await statements.list(ctx, grant, accountKey))
    expect([listed?.month, others]).toEqual([null, []])
    const statementKey = listed?.key ?? ''
    expect(Buffer.from(got(await statements.file(ctx, grant, { accountKey, statementKey })))).toEqual(
      Buffer.from(paper.bytes),
    )
    const elsewhere = await statements.file(ctx, grant, { accountKey: 'other', statementKey })
    expect(faultOf(elsewhere)).toBe('files_needed')
  })

  it('calls a grant malformed that it did not write', async () => {
    const { ctx } = aVisit()
    for (const strange of ['', 'null', '{}', '[1]', 'hfl_1']) {
      expect(faultOf(await data.accounts(ctx, strange))).toBe('malformed_answer')
      expect(faultOf(await statements.list(ctx, strange, 'key'))).toBe('malformed_answer')
    }
  })

  it('gives up a reading whose time is over', async () => {
    const beside = { kind: 'chequing', currency: 'CAD', titles, today: '2026-12-31' } as const
    const asked = { files: [csvOf('1234567')], beside }
    expect(await readApart(asked, AbortSignal.timeout(30_000), 0)).toBeNull()
    expect(await readApart(asked, AbortSignal.timeout(30_000))).toMatchObject({ flaws: [] })
  })
})
