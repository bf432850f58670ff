import { z } from 'zod'
import { endOf, statusOf } from '#lib/consents/consent.ts'
import { type ConsentRow, listConsents } from '#lib/consents/consent-store.ts'
import { readKeepingTerms } from '#lib/consents/keeping-terms.ts'
import { purposesOf } from '#lib/consents/purposes.ts'
import { withdrawConsent } from '#lib/flow/withdraw-consent.ts'
import { AppError } from '#lib/kit/errors.ts'
import { idSchema } from './id-schema.ts'
import { InvalidRequestError } from './invalid-request-error.ts'
import { type Call, operation } from './operation.ts'
import { idOfCursor, pageOf, pageQuery, toPage } from './page.ts'

const consentAnswer = z
  .object({
    id: idSchema('con', 'The consent.'),
    status: z.enum(['live', 'declined', 'withdrawn', 'expired']),
    kind: z
      .enum(['express', 'attested'])
      .meta({ description: '`attested`: you collected it yourself and vouched for it.' }),
    language: z.string(),
    scopes: z.array(z.string()).meta({ description: 'What was agreed to; empty for a refusal.' }),
    purposes: z
      .array(z.object({ scope: z.string(), purposeId: z.string().nullable(), use: z.string().nullable() }))
      .meta({
        description:
          'For what the data of each scope may be used, and for nothing else, in the words that were agreed to. The same use has the same id everywhere; null where you vouched with words of your own.',
      }),
    keeping: z.array(z.object({ scope: z.string(), from: z.enum(['read', 'end']), days: z.int() })).meta({
      description:
        'How long what was read is kept, as agreed: so many days after it was last read (`read`) or after the consent has ended (`end`). A scope that is not here is kept until its deletion is asked for.',
    }),
    sessionId: z.string().nullable(),
    decidedAt: z.date(),
    endsAt: z.date().nullable().meta({ description: 'When it ends or has ended; null for a refusal.' }),
    withdrawnAt: z.date().nullable(),
  })
  .meta({ id: 'Consent' })

const receiptAnswer = consentAnswer
  .extend({
    document: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Word for word what the person was asked, in their language.' }),
    documentHash: z.string().meta({ description: 'SHA-256 of the document with its keys in order, in hex.' }),
  })
  .meta({ id: 'ConsentReceipt' })

const toAnswer = (row: ConsentRow, now: Date): z.input<typeof consentAnswer> => ({
  ...row,
  id: row.id as `con_${string}`,
  status: statusOf(row, now),
  endsAt: endOf(row),
  purposes: row.decision === 'given' ? purposesOf(row) : [],
  keeping: row.decision === 'given' ? readKeepingTerms(row.terms) : [],
})

const toReceipt = (row: ConsentRow, now: Date): z.input<typeof receiptAnswer> => ({
  ...toAnswer(row, now),
  document: row.document as Record<string, unknown>,
  documentHash: Buffer.from(row.documentHash).toString('hex'),
})

const consentId = z.object({ consentId: idSchema('con', 'The consent.') })

const getConsent = async ({ db, key }: Pick<Call, 'db' | 'key'>, id: string): Promise<ConsentRow> => {
  const [found] = await listConsents(db, { id, limit: 1, isTestOnly: key.mode === 'test' })
  if (!found) throw new AppError('resource_unknown')
  return found
}

const list = operation({
  id: 'listConsents',
  method: 'GET',
  path: '/api/v1/consents',
  tag: 'Consents',
  scope: 'consents:read',
  summary: 'List consents, newest first',
  query: pageQuery({ sessionId: idSchema('ses', 'Only consents of this visit.').optional() }),
  status: 200,
  answer: pageOf(consentAnswer),
  run: async ({ db, key, query: { limit, cursor, sessionId }, now }) => {
    const before = idOfCursor(cursor, 'con')
    const asked = { limit: limit + 1, before, sessionId, isTestOnly: key.mode === 'test' }
    const rows = await listConsents(db, asked)
    return toPage(
      rows.map((row) => toAnswer(row, now)),
      limit,
    )
  },
})

const get = operation({
  id: 'getConsent',
  method: 'GET',
  path: '/api/v1/consents/{consentId}',
  tag: 'Consents',
  scope: 'consents:read',
  summary: 'Get a consent with its document',
  params: consentId,
  status: 200,
  answer: receiptAnswer,
  run: async (call) => toReceipt(await getConsent(call, call.params.consentId), call.now),
})

const withdrawBody = z
  .strictObject({
    endsAt: z.iso
      .datetime()
      .optional()
      .meta({ description: 'On a later day, before its end. Left out: at once.' }),
    deleteData: z.boolean().default(false).meta({ description: 'Also delete what was read under it.' }),
  })
  .meta({ id: 'Withdrawal' })

const withdraw = operation({
  id: 'withdrawConsent',
  method: 'POST',
  path: '/api/v1/consents/{consentId}/withdraw',
  tag: 'Consents',
  scope: 'consents:write',
  summary: 'Withdraw a consent',
  description:
    'For a person who tells you and not us. Nothing is read from then on, its connections are closed, and each bank is told.',
  params: consentId,
  body: withdrawBody,
  status: 200,
  answer: consentAnswer,
  errors: ['consent_ended'],
  run: async (call) => {
    const { db, key, params, body, now } = call
    const { id } = await getConsent(call, params.consentId)
    const endsAt = body.endsAt === undefined ? {} : { endsAt: new Date(body.endsAt) }
    const asked = { consentId: id, isDataDeleted: body.deleteData, actor: `key:${key.id}`, ...endsAt }
    const withdrawn = await withdrawConsent(db, asked, now)
    if (withdrawn.ok) return toAnswer(await getConsent(call, id), now)
    if (withdrawn.reason !== 'bad_date') throw new AppError('consent_ended')
    throw new InvalidRequestError([{ pointer: '/endsAt', detail: 'must lie ahead, and before its end' }])
  },
})

export const consentOperations = [list, get, withdraw]
