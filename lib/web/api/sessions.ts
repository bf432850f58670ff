import { z } from 'zod'
import { findVisitRecord, listVisitRecords, type VisitRecord } from '#lib/flow/visit-records.ts'
import { AppError } from '#lib/kit/errors.ts'
import { lastInstantOf } from '#lib/sessions/session.ts'
import { listSessionEvents } from '#lib/sessions/session-store.ts'
import { idSchema } from './id-schema.ts'
import { InvalidRequestError } from './invalid-request-error.ts'
import { operation } from './operation.ts'
import { idOfCursor, pageOf, pageQuery, toPage } from './page.ts'

const outcomes = z.enum(['finished', 'declined', 'cancelled', 'failed', 'abandoned'])
const instant = z.iso.datetime()

const factsAnswer = z
  .object({
    identityGivenAt: instant.nullable(),
    identityVerifiedAt: instant.nullable(),
    consent: z.object({ id: z.string(), decision: z.enum(['given', 'declined']), at: instant }).nullable(),
    institution: z.object({ id: z.int(), at: instant }).nullable(),
    accounts: z.object({ ids: z.array(z.string()), at: instant }).nullable(),
  })
  .meta({ description: 'What the person has done. What they typed is never here.' })

export const sessionAnswer = z
  .object({
    id: idSchema('ses', 'The visit.'),
    status: z.enum(['open', 'expired', ...outcomes.options]).meta({
      description: '`expired`: its time is over; within minutes it reads `finished` or `abandoned`.',
    }),
    front: z.enum(['express', 'connect', 'custom', 'api']),
    language: z.enum(['en', 'fr']),
    isTest: z.boolean(),
    tag: z.string().nullable(),
    linkId: z.string().nullable(),
    startedAt: z.date(),
    lastSeenAt: z.date(),
    endedAt: z.date().nullable(),
    expiresAt: z.date().meta({ description: 'The latest instant at which the visit can still be open.' }),
    facts: factsAnswer,
    connection: z
      .object({ id: z.string(), loginId: z.guid() })
      .nullable()
      .meta({ description: 'Set once finished. `loginId` is what the data API takes.' }),
  })
  .meta({ id: 'Session' })

const factsOf = ({ facts }: VisitRecord['session']): z.input<typeof factsAnswer> => {
  const { consent, institution, accounts } = facts
  return {
    identityGivenAt: facts.identity?.at ?? null,
    identityVerifiedAt: facts.verified?.at ?? null,
    consent: consent ? { id: consent.consentId, decision: consent.decision, at: consent.at } : null,
    institution: institution ? { id: institution.institutionId, at: institution.at } : null,
    accounts: accounts ? { ids: accounts.accountIds, at: accounts.at } : null,
  }
}

const toAnswer = ({ session, status, connection }: VisitRecord): z.input<typeof sessionAnswer> => ({
  id: session.id,
  status,
  front: session.front,
  language: session.language,
  isTest: session.isDemo,
  tag: session.tag,
  linkId: session.linkId,
  startedAt: session.startedAt,
  lastSeenAt: session.seenAt,
  endedAt: session.endedAt,
  expiresAt: lastInstantOf(session),
  facts: factsOf(session),
  connection,
})

const sessionId = z.object({ sessionId: idSchema('ses', 'The visit.') })
const sessions = { tag: 'Sessions', scope: 'sessions:read', status: 200 } as const

const list = operation({
  ...sessions,
  id: 'listSessions',
  method: 'GET',
  path: '/api/v1/sessions',
  summary: 'List visits, newest first',
  query: pageQuery({
    tag: z.string().max(200).optional().meta({ description: 'Only visits with this tag.' }),
    linkId: idSchema('lnk', 'Only the visit that this personal link opened.').optional(),
    outcome: outcomes.optional().meta({ description: 'Only visits that ended so.' }),
  }),
  answer: pageOf(sessionAnswer),
  run: async ({ db, key, query: { limit, cursor, ...filter }, now }) => {
    const before = idOfCursor(cursor, 'ses')
    const isTestOnly = key.mode === 'test'
    const found = await listVisitRecords(db, { ...filter, limit: limit + 1, before, isTestOnly, now })
    return toPage(found.rows.map(toAnswer), limit, found.lookedTo)
  },
})

const get = operation({
  ...sessions,
  id: 'getSession',
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}',
  summary: 'Get a visit',
  params: sessionId,
  answer: sessionAnswer,
  run: async ({ db, key, params, now }) => {
    const found = await findVisitRecord(db, params.sessionId, { isTestOnly: key.mode === 'test', now })
    if (!found) throw new AppError('resource_unknown')
    return toAnswer(found)
  },
})

const eventAnswer = z
  .object({
    id: z.string(),
    name: z.string().meta({ example: 'identity_verified' }),
    step: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).meta({ description: 'Ids and counts only.' }),
    at: z.date(),
  })
  .meta({ id: 'SessionEvent' })

/** Events are numbered by the database: 63 bits at most. */
const numberOfCursor = (cursor: string | undefined): bigint | undefined => {
  if (cursor === undefined) return undefined
  const text = Buffer.from(cursor, 'base64url').toString()
  if (/^\d{1,18}$/.test(text)) return BigInt(text)
  throw new InvalidRequestError([{ parameter: 'cursor', detail: 'is not a cursor of this list' }])
}

const events = operation({
  ...sessions,
  id: 'listSessionEvents',
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/events',
  summary: 'List what happened in a visit, in order',
  description: 'Kept after the visit has ended: a time line to the step, for support and for funnels.',
  params: sessionId,
  query: pageQuery({}),
  answer: pageOf(eventAnswer),
  run: async ({ db, key, params, query: { limit, cursor }, now }) => {
    const after = numberOfCursor(cursor)
    const found = await findVisitRecord(db, params.sessionId, { isTestOnly: key.mode === 'test', now })
    if (!found) throw new AppError('resource_unknown')
    const rows = await listSessionEvents(db, params.sessionId, { limit: limit + 1, after })
    const told = rows.map(({ id, name, step, detail, at }) => ({
      id: String(id),
      name,
      step,
      detail: (detail ?? {}) as Record<string, unknown>,
      at,
    }))
    return toPage(told, limit)
  },
})

export const sessionOperations = [list, get, events]
