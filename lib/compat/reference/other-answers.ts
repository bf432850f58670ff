import { z } from 'zod'
import { codes, type DialectCode } from '../codes.ts'
import { envelope, guid, instant, papers, ratio, status, text } from './answer-schemas.ts'

// What the endpoints beside the two readings answer.

export const accessTokenSchema = z.object({ access_token: z.string(), expires_in: z.number() })

export const multipleSchema = z.object({
  ValidLoginIds: z.array(z.object({ LoginId: z.string(), RequestId: guid })),
  InvalidLoginIds: z.array(z.string()),
})

export const statementsSchema = z.object({
  HttpStatusCode: status(200),
  StatementsByAccount: z.array(z.object({ AccountNumber: text, Statements: papers })),
  ...envelope,
})

const noData = { NoData: z.array(z.string()).meta({ description: 'Of which the bank says nothing.' }) }

export const fieldMatchSchema = z.object({
  HttpStatusCode: status(200),
  OverallMatch: z.boolean().optional().meta({ description: 'Where a threshold was given.' }),
  FieldLevelMatch: z.object(noData).catchall(z.boolean()),
  OverallMatchRate: ratio,
  FieldLevelMatchRate: z.object(noData).catchall(ratio),
})

export const questionsSchema = z.object({
  Message: z.literal('SUCCESS'),
  Questions: z.array(z.object({ Question: z.string() })),
})

export const messageSchema = z.object({ Message: z.string() })

export const doneSchema = z.object({
  HttpStatusCode: status(200),
  StatusCode: status(200),
  Message: z.string(),
})

export const nightlySchema = z.object({
  HttpStatusCode: status(200),
  IneligibleCards: z.array(
    z.object({
      LoginId: guid,
      LastRefreshDate: instant,
      LastRefreshState: z.string(),
      LastRefreshErrorCode: z.enum(Object.keys(codes) as [DialectCode, ...DialectCode[]]).nullable(),
    }),
  ),
  Message: z.literal('SUCCESS'),
  FlinksCode: z.literal('OK'),
})

const institution = {
  Id: z.int(),
  Localizations: z.array(
    z.object({
      Language: z.enum(['en', 'fr']),
      Name: z.string(),
      Urls: z.array(z.object({ Type: z.literal('Main'), Url: z.url() })),
    }),
  ),
  Status: z.enum(['Enabled', 'Disabled']),
  Country: z.enum(['CA', 'US']),
  RoutingNumbers: z.array(z.string()).optional(),
}

export const institutionsSchema = z.object({
  HttpStatusCode: status(200),
  Data: z.array(z.object(institution).meta({ id: 'ListedInstitution' })),
  Count: z.int().meta({ description: 'Of all, not of this page.' }),
})

export const institutionSchema = z.object({ HttpStatusCode: status(200), ...institution })

export const categoriesSchema = z.object({
  HttpStatusCode: status(200),
  Country: z.enum(['CA', 'US']),
  Data: z.array(z.object({ Category: z.string(), Types: z.array(z.string()) })),
  Count: z.int(),
})
