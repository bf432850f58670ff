import { z } from 'zod'
import { codes, type DialectCode } from '../codes.ts'

// What the dialect answers, as its clients read it. The names are its own.

export const status = (value: number) => z.literal(value)
export const text = z.string().nullable()
const amount = z.number().nullable()
export const guid = z.guid()
export const instant = z.string().meta({ description: 'UTC without offset, six digits of a second.' })

const linkSchema = z
  .object({ rel: z.string(), href: z.string(), example: z.null() })
  .meta({ id: 'Link', description: 'What may be called next.' })
const links = z.array(linkSchema)

const challengeSchema = z
  .object({
    Type: z.enum([
      'QuestionAndAnswer',
      'MultipleChoice',
      'MultipleChoiceMultipleAnswers',
      'ImageSelection',
      'TextOrCall',
      'WaitUntilEUAccept',
    ]),
    Prompt: z.string().meta({ description: 'The key under which `SecurityResponses` answers it.' }),
    Iterables: z.array(z.string()).optional().meta({ description: 'What may be chosen.' }),
  })
  .meta({ id: 'SecurityChallenge' })

export const refusalSchema = z
  .looseObject({
    HttpStatusCode: z.int(),
    Message: z.string(),
    FlinksCode: z.enum(Object.keys(codes) as [DialectCode, ...DialectCode[]]),
    RequestId: guid.nullable().optional(),
    Links: links.optional(),
    SecurityChallenges: z.array(challengeSchema).optional(),
  })
  .meta({ id: 'Refusal', description: 'Everything that is not a success, also work that goes on (202).' })

const loginSchema = z
  .object({
    Username: z.string(),
    IsScheduledRefresh: z.boolean(),
    LastRefresh: instant,
    Type: z.enum(['Business', 'Personal']),
    Id: guid.meta({ description: 'The LoginId.' }),
  })
  .meta({ id: 'Login' })

const institutionNames = { InstitutionName: text, InstitutionId: z.int().nullable(), Institution: text }

export const tokenSchema = z.object({ HttpStatusCode: status(200), Token: z.string() })

export const authorizedSchema = z
  .object({
    HttpStatusCode: status(200),
    Links: links,
    ...institutionNames,
    Login: loginSchema,
    Tag: z.string().optional(),
    RequestId: guid,
  })
  .meta({ id: 'Authorized' })

export const challengedSchema = z
  .object({
    HttpStatusCode: status(203),
    Links: links,
    SecurityChallenges: z.array(challengeSchema),
    Institution: text,
    RequestId: guid,
  })
  .meta({ id: 'Challenged' })

const addressSchema = z.object({
  CivicAddress: text,
  City: text,
  Province: text,
  PostalCode: text,
  POBox: z.null(),
  Country: text,
})

const accountFields = {
  TransitNumber: text,
  InstitutionNumber: text,
  OverdraftLimit: amount,
  Title: z.string(),
  AccountNumber: text,
  LastFourDigits: text,
  Balance: z.object({ Available: amount, Current: amount, Limit: amount }),
  Category: z.string(),
  Type: z.string(),
  Currency: z.enum(['CAD', 'USD']),
  Holder: z.object({ Name: text, Address: addressSchema.nullable(), Email: text, PhoneNumber: text }),
  AccountType: z.enum(['Business', 'Personal']),
  Id: guid,
}

const transactionSchema = z
  .object({
    Date: z.iso.date(),
    Code: z.null(),
    Description: z.string(),
    Debit: amount,
    Credit: amount,
    Balance: amount,
    Id: guid,
  })
  .meta({ id: 'Transaction' })

export const envelope = { Tag: text, ...institutionNames, Login: loginSchema, RequestId: guid }
export const ratio = z.number().min(0).max(1)

const paperSchema = z
  .object({
    UniqueId: z.string().meta({ description: 'The same paper has the same one each time.' }),
    FileType: z.literal('PDF'),
    Base64Bytes: z.string(),
  })
  .meta({ id: 'Statement' })
export const papers = z.array(paperSchema)

export const summarySchema = z.object({
  HttpStatusCode: status(200),
  Accounts: z.array(
    z.object({ EftEligibleRatio: ratio, ETransferEligibleRatio: ratio, ...accountFields }).meta({
      id: 'AccountSummary',
    }),
  ),
  Links: links,
  ...envelope,
})

export const detailSchema = z.object({
  HttpStatusCode: status(200),
  Accounts: z.array(
    z
      .object({
        Transactions: z.array(transactionSchema),
        Statements: papers.optional().meta({ description: 'With `WithDetailsAndBankingStatements`.' }),
        ...accountFields,
      })
      .meta({ id: 'Account' }),
  ),
  ...envelope,
})
