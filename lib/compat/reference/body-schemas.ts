import { z } from 'zod'

// What clients send, in the dialect's own spelling; keys are read without regard to case.

const flag = z.boolean().optional()
const papers = z.enum(['MostRecent', 'Months3', 'Months12']).optional()
const requestId = z.guid().meta({ description: 'From /Authorize.' })

export const authorizeBody = z
  .object({
    LoginId: z.guid().optional().meta({ description: 'A login that was linked before.' }),
    MostRecentCached: flag.meta({ description: '`true`: what was read already; `false`: read anew.' }),
    RequestId: requestId.optional(),
    SecurityResponses: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .meta({ description: 'Prompt → answers. Wins over all else.' }),
    Institution: z.string().optional(),
    Username: z.string().optional(),
    Password: z.string().optional(),
    Language: z.enum(['en', 'fr']).optional(),
    Save: flag,
    ScheduleRefresh: flag,
    DirectRefresh: flag,
    Tag: z.string().optional(),
  })
  .meta({ id: 'AuthorizeBody' })

export const readBody = z
  .object({
    RequestId: requestId,
    WithAccountIdentity: flag,
    WithKYC: flag,
    WithTransactions: flag,
    WithBalance: flag,
    AccountsFilter: z.array(z.guid()).optional(),
    DaysOfTransactions: z.enum(['Days90', 'Days365']).optional(),
    DateFrom: z.iso.date().optional(),
    DateTo: z.iso.date().optional(),
    RefreshDelta: z.array(z.object({ AccountId: z.guid(), TransactionId: z.guid() })).optional(),
    NumberOfStatements: papers,
    WithDetailsAndBankingStatements: flag.meta({ description: 'The papers beside each account.' }),
    NumberOfBankingStatements: papers,
  })
  .meta({ id: 'ReadBody' })

export const loginIdsBody = z.object({ LoginIds: z.array(z.guid()) })

export const scheduleBody = z.object({ LoginId: z.guid(), IsActivated: z.boolean() })

export const loginBody = z.object({ LoginId: z.guid() })

export const secretBody = z.object({ client_id: z.guid(), secret: z.string() })

const said = z.string().optional()
export const matchBody = z
  .object({
    LoginId: z.guid(),
    FullName: said,
    FirstName: said,
    MiddleName: said,
    LastName: said,
    CivicAddress: said,
    City: said,
    Province: said,
    PostalCode: said,
    Email: said,
    Phone: said,
    Threshold: z.string().optional().meta({ description: '`0.8` and `80` are the same.' }),
  })
  .meta({ id: 'FieldMatchBody' })

export const answersBody = z.object({
  LoginId: z.guid(),
  Questions: z.array(z.object({ Question: z.string(), Answer: z.string() })),
})
