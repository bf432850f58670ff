import type { ZodType } from 'zod'
import {
  authorizedSchema,
  challengedSchema,
  detailSchema,
  summarySchema,
  tokenSchema,
} from './answer-schemas.ts'
import {
  answersBody,
  authorizeBody,
  loginBody,
  loginIdsBody,
  matchBody,
  readBody,
  scheduleBody,
  secretBody,
} from './body-schemas.ts'
import {
  accessTokenSchema,
  categoriesSchema,
  doneSchema,
  fieldMatchSchema,
  institutionSchema,
  institutionsSchema,
  messageSchema,
  multipleSchema,
  nightlySchema,
  questionsSchema,
  statementsSchema,
} from './other-answers.ts'

export type Told = {
  readonly tag: string
  readonly summary: string
  readonly body?: ZodType
  /** Of a success. */
  readonly answer: ZodType
  readonly challenge?: ZodType
}

const login = 'Logging in'
const data = 'Reading'
const upkeep = 'Upkeep'
const lists = 'Lists'

const authorizing = { tag: login, body: authorizeBody, answer: authorizedSchema, challenge: challengedSchema }

/** What the reference says of each endpoint of the table, by the last fixed word of its address. */
export const toldEndpoints: Readonly<Record<string, Told>> = {
  GenerateAuthorizeToken: { tag: login, summary: 'A token for one authorisation', answer: tokenSchema },
  Authorize: { ...authorizing, summary: 'Open a request on a login' },
  AuthorizeAsync: { ...authorizing, summary: 'Open a request without waiting for the bank' },
  AuthorizeMultiple: {
    tag: login,
    summary: 'Open requests on many logins at once',
    body: loginIdsBody,
    answer: multipleSchema,
  },
  Token: {
    tag: login,
    summary: 'A bearer that reads for an hour, for older clients',
    body: secretBody,
    answer: accessTokenSchema,
  },
  GetAccountsSummary: {
    tag: data,
    summary: 'Accounts without their history',
    body: readBody,
    answer: summarySchema,
  },
  GetAccountsSummaryAsync: { tag: data, summary: 'The summary, asked for again', answer: summarySchema },
  GetAccountsDetail: {
    tag: data,
    summary: 'Accounts with their history',
    body: readBody,
    answer: detailSchema,
  },
  GetAccountsDetailAsync: { tag: data, summary: 'The detail, asked for again', answer: detailSchema },
  GetStatements: {
    tag: data,
    summary: 'Statements as PDF in base64',
    body: readBody,
    answer: statementsSchema,
  },
  GetStatementsAsync: { tag: data, summary: 'The statements, asked for again', answer: statementsSchema },
  FieldMatch: {
    tag: data,
    summary: 'How well what you know agrees with what the bank says',
    body: matchBody,
    answer: fieldMatchSchema,
  },
  GetMFAQuestions: {
    tag: upkeep,
    summary: 'Questions whose answers are kept with a login',
    answer: questionsSchema,
  },
  AnswerMFAQuestions: {
    tag: upkeep,
    summary: 'New answers to such questions',
    body: answersBody,
    answer: messageSchema,
  },
  SetScheduledRefresh: {
    tag: upkeep,
    summary: 'Turn the nightly reading on or off',
    body: scheduleBody,
    answer: doneSchema,
  },
  DeactivateScheduledRefresh: {
    tag: upkeep,
    summary: 'Turn the nightly reading off, for older clients',
    body: loginBody,
    answer: doneSchema,
  },
  GetNightlyRefreshStatus: {
    tag: upkeep,
    summary: 'Logins that are not read at night, and why',
    answer: nightlySchema,
  },
  DeleteCard: { tag: upkeep, summary: 'Delete a login with all that was kept of it', answer: doneSchema },
  Institutions: { tag: lists, summary: 'The directory, by pages', answer: institutionsSchema },
  RoutingNumber: {
    tag: lists,
    summary: 'The institution that has a routing number',
    answer: institutionSchema,
  },
  Categories: { tag: lists, summary: 'Kinds of account', answer: categoriesSchema },
}
