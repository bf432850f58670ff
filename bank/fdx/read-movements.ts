import { z } from 'zod'
import { lastDayOf } from '../ledger/calendar.ts'
import { entriesBetween } from '../ledger/entries.ts'
import { json, pdf } from '../reply.ts'
import { drawStatement } from '../statement-pdf.ts'
import { statementMonths } from '../statements.ts'
import { dateRange } from './date-range.ts'
import { FdxError } from './fdx-error.ts'
import { getOpenShared, type Read, type Reading } from './fdx-reading.ts'
import { limitSchema, pageByCursor, pageByOffset, pageEntity } from './page.ts'
import { transactionEntity } from './transaction-entity.ts'

const listSchema = z.object({ pageKey: z.string().max(100).optional(), limit: limitSchema.default(100) })

/** One persona's bank finds the first read too soon, and says when the next one is welcome. */
const meetBusyBank = ({ consent }: Reading): void => {
  const { isBusyOnce } = consent.customer.persona.oauth ?? {}
  if (!isBusyOnce || consent.refusedOnce) return
  consent.refusedOnce = true
  throw new FdxError('busy', 1)
}

export const listTransactions: Read = (reading) => {
  const { request, consent, today, door } = reading
  const account = getOpenShared(reading)
  meetBusyBank(reading)
  const { pageKey, limit } = listSchema.parse(request.query)
  const { first, last } = dateRange(request.query, today, consent.lookbackDays)
  const entries = entriesBetween(account, first, last)
  const isPart = consent.customer.persona.oauth?.isReadInPart === true
  const page = pageByCursor(isPart ? entries.slice(Math.ceil(entries.length / 2)) : entries, pageKey, limit)
  consent.hasBeenRead = true
  const path = `/fdx/${door.name}/v6/accounts/${account.id}/transactions`
  return json(isPart ? 206 : 200, {
    ...pageEntity(page, { path, query: request.query, field: 'pageKey' }),
    transactions: page.items.map((entry) => transactionEntity(account, entry)),
  })
}

const statementsSchema = z.object({ offset: z.string().optional(), limit: limitSchema.default(25) })

export const listStatements: Read = (reading) => {
  const { request, today, door } = reading
  const { id } = getOpenShared(reading)
  const { offset, limit } = statementsSchema.parse(request.query)
  const path = `/fdx/${door.name}/v6/accounts/${id}/statements`
  const page = pageByOffset(statementMonths(today), offset, limit)
  const statements = page.items.map((month) => ({
    accountId: id,
    statementId: month,
    statementDate: lastDayOf(month),
    description: month,
    links: [{ rel: 'self', href: `${path}/${month}`, action: 'GET', types: ['application/pdf'] }],
  }))
  return json(200, { ...pageEntity(page, { path, query: request.query, field: 'offset' }), statements })
}

export const readStatement: Read = async (reading) => {
  const account = getOpenShared(reading)
  const month = reading.request.params.statement ?? ''
  if (!statementMonths(reading.today).includes(month)) throw new FdxError('no_statement')
  return pdf(await drawStatement(reading.consent.customer, account, month), `statement-${month}.pdf`)
}
