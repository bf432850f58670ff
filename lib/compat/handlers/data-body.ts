import { z } from 'zod'
import { flagField, foldKeys, idField } from '../bind.ts'

const dayField = z
  .string()
  .transform((text) => text.trim().slice(0, 10))
  .pipe(z.iso.date())

const days: Readonly<Record<string, number>> = { days90: 90, days360: 365, days365: 365 }

/** `Days360` is an old spelling of a year (A15). */
const daysField = z
  .string()
  .transform((text) => days[text.trim().toLowerCase()])
  .pipe(z.number())

const months: Readonly<Record<string, number>> = { mostrecent: 1, months3: 3, months12: 12 }
const statementsField = z
  .string()
  .transform((text) => months[text.trim().toLowerCase()])
  .pipe(z.number())

const accountIds = z
  .array(idField)
  .max(1_000)
  .transform((ids) => ids.filter((id) => id !== null))

const deltaField = z
  .array(z.preprocess(foldKeys, z.object({ accountid: idField, transactionid: idField })))
  .max(1_000)

/** What the reading endpoints take, keys in small letters. Flags that older clients send beside are let be. */
export const dataSchema = z.object({
  requestid: idField,
  withaccountidentity: flagField,
  withkyc: flagField,
  withtransactions: flagField,
  withbalance: flagField,
  accountsfilter: accountIds.optional(),
  daysoftransactions: daysField.default(90),
  datefrom: dayField.optional(),
  dateto: dayField.optional(),
  refreshdelta: deltaField.default([]),
  numberofstatements: statementsField.nullable().default(null),
  withdetailsandbankingstatements: flagField,
  numberofbankingstatements: statementsField.nullable().default(null),
})

/** How accounts are asked for; kept with the request, so that polling for them asks the same. */
export const wishesSchema = z.object({
  identity: z.boolean(),
  kyc: z.boolean(),
  transactions: z.boolean(),
  balance: z.boolean(),
  accounts: z.array(z.string()).nullable(),
  days: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  after: z.record(z.string(), z.string()),
  /** Null: as many as the frame of the visit has asked for, else the newest. */
  statements: z.number().nullable(),
  /** The papers stand beside the transactions of each account (A12). */
  papers: z.boolean(),
})
export type Wishes = z.output<typeof wishesSchema>

/** Everything unless told otherwise (A11), a summary without history and numbers. */
export const wishesOf = (body: z.output<typeof dataSchema>, isSummary: boolean): Wishes => ({
  identity: body.withaccountidentity ?? !isSummary,
  kyc: body.withkyc ?? (isSummary ? (body.withaccountidentity ?? false) : true),
  transactions: !isSummary && (body.withtransactions ?? true),
  balance: body.withbalance ?? true,
  accounts: body.accountsfilter ?? null,
  days: body.daysoftransactions,
  from: body.datefrom ?? null,
  to: body.dateto ?? null,
  after: Object.fromEntries(
    body.refreshdelta.flatMap(({ accountid, transactionid }) =>
      accountid && transactionid ? [[accountid, transactionid]] : [],
    ),
  ),
  statements: body.numberofstatements ?? body.numberofbankingstatements,
  papers: body.withdetailsandbankingstatements ?? false,
})
