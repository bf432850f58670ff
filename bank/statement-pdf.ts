import PDFDocument from 'pdfkit'
import { money } from './account-json.ts'
import type { Customer } from './customer.ts'
import { holdersOf } from './holders.ts'
import type { Worded } from './language.ts'
import type { Account } from './ledger/account.ts'
import { addDays, lastDayOf } from './ledger/calendar.ts'
import { balanceAtEndOf, type Entry, entriesBetween } from './ledger/entries.ts'

type Paper = InstanceType<typeof PDFDocument>

const words = {
  title: { en: 'Account statement', fr: 'Relevé de compte' },
  opening: { en: 'Opening balance', fr: 'Solde d’ouverture' },
  closing: { en: 'Closing balance', fr: 'Solde de clôture' },
  columns: {
    en: ['Date', 'Description', 'Amount', 'Balance'],
    fr: ['Date', 'Description', 'Montant', 'Solde'],
  },
  notice: { en: 'Test data: this bank does not exist.', fr: 'Données d’essai : cette banque n’existe pas.' },
} as const satisfies Record<string, Worded | Record<string, readonly string[]>>

const columns = [
  { x: 54, width: 70, align: 'left' },
  { x: 130, width: 230, align: 'left' },
  { x: 365, width: 90, align: 'right' },
  { x: 460, width: 98, align: 'right' },
] as const
const rowHeight = 16
const lowestRow = 720

const drawRow = (paper: Paper, cells: readonly string[]): void => {
  if (paper.y > lowestRow) paper.addPage()
  const { y } = paper
  columns.forEach(({ x, width, align }, place) => {
    paper.text(cells[place] ?? '', x, y, { width, align, lineBreak: false })
  })
  paper.x = 54
  paper.y = y + rowHeight
}

const drawHead = (paper: Paper, customer: Customer, account: Account): void => {
  const { institution, persona, seed } = customer
  const names = holdersOf(persona.holders ?? institution.holders, seed).map(({ name }) => name)
  const { institution: bank, transit, account: number } = account.numbers
  paper.fontSize(20).text(institution.name)
  paper.fontSize(11).text(words.title[account.language]).moveDown()
  paper.text(names.join(', ')).text(`${account.name}  ${[bank, transit, number].filter(Boolean).join('-')}`)
}

const drawBody = (paper: Paper, account: Account, month: string): void => {
  const { language, plan } = account
  const first = `${month}-01`
  const last = lastDayOf(month)
  const amount = (cents: number) => `${money(cents)} ${plan.currency}`
  paper.text(`${first} – ${last}`).moveDown().fontSize(9)
  drawRow(paper, words.columns[language])
  drawRow(paper, [first, words.opening[language], '', amount(balanceAtEndOf(account, addDays(first, -1)))])
  for (const { day, text, cents, balanceCents } of entriesBetween(
    account,
    first,
    last,
  ) satisfies readonly Entry[]) {
    drawRow(paper, [day, text, money(cents), money(balanceCents)])
  }
  drawRow(paper, [last, words.closing[language], '', amount(balanceAtEndOf(account, last))])
  paper.moveDown().text(words.notice[language])
}

/** One month of one account on paper; the same bytes each time, for its date is the month's own end. */
export const drawStatement = async (customer: Customer, account: Account, month: string): Promise<Buffer> => {
  const at = new Date(`${lastDayOf(month)}T23:59:59Z`)
  const paper = new PDFDocument({
    size: 'LETTER',
    margin: 54,
    lang: account.language,
    info: {
      Title: words.title[account.language],
      Author: customer.institution.name,
      CreationDate: at,
      ModDate: at,
    },
  })
  const parts: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => {
    paper.on('data', (part: Buffer) => parts.push(part))
    paper.on('end', resolve)
    paper.on('error', reject)
  })
  drawHead(paper, customer, account)
  drawBody(paper, account, month)
  paper.end()
  await done
  return Buffer.concat(parts)
}
