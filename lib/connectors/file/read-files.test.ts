import { describe, expect, it } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { accountKinds } from '../contract.ts'
import { readFiles } from './read-files.ts'
import type { Beside } from './reading.ts'

const titles = Object.fromEntries(accountKinds.map((kind) => [kind, kind])) as Beside['titles']
const beside: Beside = { kind: 'chequing', currency: 'CAD', titles, today: '2026-12-31' }

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

const read = (...contents: (string | Uint8Array)[]) =>
  readFiles({
    files: contents.map((content, at) => ({ name: `file-${at + 1}`, bytes: bytesOf(content) })),
    beside,
  })

/** What a file says of its first account, in the order of its rows. */
const rowsOf = (content: string | Uint8Array) => {
  const { accounts, flaws } = read(content)
  expect(flaws).toEqual([])
  return accounts[0]?.transactions.map(({ date, amount, balance }) => [date, amount, balance])
}

const ofxRow = (id: string, day: string, amount: string, name: string) =>
  `<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>${day}120000[-5:EST]<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`

const ofx1 = (rows: string, account = '1234567') => `OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:USASCII
CHARSET:1252

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>CAD<BANKACCTFROM><BANKID>000301234<ACCTID>${account}<ACCTTYPE>SAVINGS</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260101<DTEND>20260131${rows}</BANKTRANLIST>
<LEDGERBAL><BALAMT>1520.5<DTASOF>20260131</LEDGERBAL><AVAILBAL><BALAMT>1500.00<DTASOF>20260131</AVAILBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

const sgml = ofx1(
  `${ofxRow('a1', '20260105', '-12.3', 'Caf&#233; &amp; Co')}${ofxRow('a2', '20260106', '+2000.00', 'PAY')}`,
)

describe('OFX', () => {
  it('of version 1 is read with its numbers, kind, balances and rows', () => {
    const [found] = read(sgml).accounts
    expect(found?.account).toMatchObject({
      kind: 'savings',
      currency: 'CAD',
      institutionNumber: '003',
      transitNumber: '01234',
      accountNumber: '1234567',
      balance: { current: '1520.50', available: '1500.00', limit: null },
      holders: [],
    })
    expect(found?.transactions).toEqual([
      { key: 'a1', date: '2026-01-05', description: 'Café & Co', amount: '-12.30', balance: null },
      { key: 'a2', date: '2026-01-06', description: 'PAY', amount: '2000.00', balance: null },
    ])
  })

  it('of version 2 is read the same, with every element closed', () => {
    const closed = sgml
      .slice(sgml.indexOf('<OFX>'))
      .replace(/<([A-Z0-9.]+)>([^<\n]+)(?=[<\n])/g, '<$1>$2</$1>')
    const xml = `<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200"?>${closed}`
    expect(read(xml).accounts).toEqual(read(sgml).accounts)
  })

  it('keeps of a card number only its end', () => {
    const card = sgml
      .replace('<STMTRS>', '<CCSTMTRS>')
      .replace('</STMTRS>', '</CCSTMTRS>')
      .replaceAll('BANKACCTFROM', 'CCACCTFROM')
      .replace('1234567', '4503123412341234')
    const { accounts } = read(card)
    expect(accounts[0]?.account).toMatchObject({ kind: 'credit_card', accountNumber: '••••1234' })
    expect(JSON.stringify(accounts)).not.toContain('450312')
  })

  it('tells the row that it cannot read', () => {
    const wrong = ofx1(ofxRow('a1', '20260105', '-12.30', 'A') + ofxRow('a2', '20260106', 'much', 'B'))
    expect(read(wrong)).toMatchObject({ flaws: [{ code: 'file_row_amount', file: 'file-1', row: 2 }] })
    expect(read(sgml.replace('CAD', 'EUR')).flaws).toEqual([{ code: 'file_currency', file: 'file-1' }])
  })

  it('of the same account in two files is one account, and what both tell stands once', () => {
    const next = ofx1(ofxRow('a2', '20260106', '2000.00', 'PAY') + ofxRow('a3', '20260201', '-5.00', 'C'))
    const { accounts } = read(sgml, next)
    expect(accounts).toHaveLength(1)
    expect(accounts[0]?.transactions.map(({ key }) => key)).toEqual(['a1', 'a2', 'a3'])
  })
})

describe('CSV', () => {
  it('with headings, one column of amounts and a balance', () => {
    const text =
      'Date,Description,Amount,Balance\n2026-01-05,Coffee,-4.50,95.50\n2026-01-06,"Pay, January","1,000.00","1,095.50"\n'
    expect(rowsOf(text)).toEqual([
      ['2026-01-05', '-4.50', '95.50'],
      ['2026-01-06', '1000.00', '1095.50'],
    ])
    expect(read(text).accounts[0]?.account.balance.current).toBe('1095.50')
  })

  it('in French, with semicolons, decimal commas and the letters of Windows', () => {
    const text =
      'Date;Libellé;Retrait ($);Dépôt ($);Solde ($)\r\n13/01/2026;Épicerie;12,30;;87,70\r\n14/01/2026;Paie;;1 000,00;1 087,70\r\n'
    expect(rowsOf(latin1(text))).toEqual([
      ['2026-01-13', '-12.30', '87.70'],
      ['2026-01-14', '1000.00', '1087.70'],
    ])
    expect(read(latin1(text)).accounts[0]?.transactions[0]?.description).toBe('Épicerie')
  })

  it('without headings, out before in and the balance last', () => {
    const text = '01/05/2026,COFFEE,4.50,,95.50\n01/16/2026,PAY,,1000.00,1095.50\n'
    expect(rowsOf(text)).toEqual([
      ['2026-01-05', '-4.50', '95.50'],
      ['2026-01-16', '1000.00', '1095.50'],
    ])
  })

  it('with kinds and numbers of accounts and a column for each currency', () => {
    const text =
      '"Account Type","Account Number","Transaction Date","Cheque Number","Description 1","Description 2","CAD$","USD$"\nChequing,00012-1234567,1/5/2026,,COFFEE,MTL,-4.5,\nSavings,00012-7654321,1/6/2026,,INTEREST,,,1.25\n'
    const accounts = read(text).accounts
    expect(
      accounts.map(({ account: { kind, currency, accountNumber } }) => [kind, currency, accountNumber]),
    ).toEqual([
      ['chequing', 'CAD', '00012-1234567'],
      ['savings', 'USD', '00012-7654321'],
    ])
    expect(accounts[0]?.transactions[0]).toMatchObject({ description: 'COFFEE MTL', amount: '-4.50' })
  })

  it('counts rows alike on one day, and gives the same keys to the same days in another file', () => {
    const row = '2026-01-05,Coffee,-4.50\n'
    const text = `Date,Description,Amount\n${row}${row}`
    const keys = (content: string) => read(content).accounts[0]?.transactions.map(({ key }) => key)
    expect(new Set(keys(text)).size).toBe(2)
    expect(keys(`${text}2026-01-06,Tea,-2.00\n`)).toEqual(expect.arrayContaining(keys(text) ?? ['none']))
  })

  it('tells the line that has no day or no amount, as the person counts lines', () => {
    const text = (row: string) => `Date,Description,Amount\n2026-01-05,Coffee,-4.50\n${row}\n`
    expect(read(text('someday,Tea,-2.00')).flaws).toEqual([{ code: 'file_row_date', file: 'file-1', row: 3 }])
    expect(read(text('2026-01-06,Tea,two')).flaws).toEqual([
      { code: 'file_row_amount', file: 'file-1', row: 3 },
    ])
    expect(read('a,b,c\nd,e,f\n').flaws).toEqual([{ code: 'file_columns', file: 'file-1' }])
    expect(read('Date,Description,Amount\n').flaws).toEqual([{ code: 'file_no_accounts', file: 'file-1' }])
  })
})

describe('whatever is handed in', () => {
  it('is known by what is in it and not by its name', () => {
    expect(read('%PDF-1.7\nstuff\n%%EOF\n')).toEqual({ flaws: [], accounts: [], papers: [0] })
    expect(read('%PDF-1.7\nstuff').flaws[0]?.code).toBe('file_pdf_broken')
    expect(read('').flaws[0]?.code).toBe('file_empty')
    for (const content of ['<html><table></table></html>', '{"a":1}', latin1('PK\x03\x04,;\x00'), 'hello'])
      expect(read(content).flaws[0]?.code).toBe('file_type')
  })

  it('ends in accounts or in named flaws, never in an exception', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<OFX>',
      '<STMTRS>',
      '<STMTTRN>',
      '<TRNAMT>',
      '1',
      ',',
      ';',
      '\n',
      '"',
      'Date',
      '\0',
      '&#x110000;',
      '01/02/2026',
      '-1.00',
    )
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => bytesOf(pieces.join(''))),
      fc.array(piece, { maxLength: 60 }).map((pieces) => bytesOf(`<OFX>${pieces.join('')}`)),
      fc.array(piece, { maxLength: 60 }).map((pieces) => bytesOf(`Date,Amount,Text\n${pieces.join('')}`)),
      fc.nat(sgml.length).map((end) => bytesOf(sgml.slice(0, end))),
    )
    fc.assert(
      fc.property(anything, (bytes) => {
        const { accounts, flaws, papers } = readFiles({ files: [{ name: 'x', bytes }], beside })
        expect(accounts.length + flaws.length + papers.length).toBeGreaterThan(0)
        for (const { transactions } of accounts)
          for (const { date, amount, balance } of transactions) {
            expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
            expect(`${amount} ${balance ?? '0.00'}`).toMatch(/^-?\d+\.\d{2} -?\d+\.\d{2}$/)
          }
      }),
      { numRuns: 400 },
    )
  })
})
