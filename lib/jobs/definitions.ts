import { z } from 'zod'
import { forgetLeftFiles } from '#lib/connections/handed-file-store.ts'
import { alarmKinds } from '#lib/console/alarms/record-alarm.ts'
import { sendAlarmMail } from '#lib/console/alarms/send-alarm-mail.ts'
import { makeLinks } from '#lib/console/links/make-links.ts'
import { sendLinkMail } from '#lib/console/links/send-link-mail.ts'
import { sendSignInMail } from '#lib/console/send-sign-in-mail.ts'
import { signOnMailKinds } from '#lib/console/sign-on/record-sign-on-mails.ts'
import { sendSignOnMail } from '#lib/console/sign-on/send-sign-on-mail.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { deliverDue } from '#lib/delivery/deliver-due.ts'
import { endConsent } from '#lib/flow/end-consent.ts'
import { fetchAccounts } from '#lib/flow/fetch-accounts.ts'
import { fetchTransactions } from '#lib/flow/fetch-transactions.ts'
import { type CodeToSend, mailCode, textCode } from '#lib/flow/send-code.ts'
import { sendCopy } from '#lib/flow/send-copy.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { KeysGone } from '#lib/vault/key-ring.ts'
import { envelopes } from './envelopes.ts'

type Event = {
  readonly id: string
  readonly sessionId: string | null
  readonly payload: unknown
  readonly payloadSealed: Uint8Array | null
}

export type Job = {
  readonly run: (db: TenantDb, event: Event) => Promise<void>
  readonly retryLimit: number
  /** Seconds before the second try; doubled with each further one. */
  readonly retryDelay: number
  readonly expireInSeconds: number
  readonly concurrency: number
  /** So many are fetched by one question and run together; one that fails has all of them tried again. */
  readonly batchSize?: number
}

const language = z.enum(['en', 'fr'])
const signInMailSchema = z.object({ kind: z.enum(['sign_in', 'invitation']), language })
const signOnMailSchema = z.object({
  kind: z.enum(signOnMailKinds),
  memberId: z.string(),
})
const alarmMailSchema = z.object({ kind: z.enum(alarmKinds), aboutId: z.string(), memberId: z.string() })
const fetchAccountsSchema = z.object({ connectionId: z.string(), attemptId: z.string() })
const endConsentSchema = z.object({ consentId: z.string(), isDataDeleted: z.boolean() })
const linkMailSchema = z.object({ linkId: z.string(), kind: z.enum(['invite', 'repair']) })
const makeLinksSchema = z.object({ batchId: z.string(), actor: z.string() })
const deliverSchema = z.object({ endpointId: z.string() })
const fetchTransactionsSchema = z.object({ connectionId: z.string(), days: z.number().int() })

/** A code lives ten minutes: a message that comes later than that helps nobody. */
const codeJob = (send: (db: TenantDb, code: CodeToSend) => Promise<void>): Job => ({
  run: (db, { id, payload, payloadSealed }) =>
    send(db, {
      eventId: id,
      language: z.object({ language }).parse(payload).language,
      payloadSealed: payloadSealed ?? new Uint8Array(),
    }),
  retryLimit: 6,
  retryDelay: 2,
  expireInSeconds: 60,
  concurrency: 4,
})

/** Outbox topics that are work for the worker. A topic that is not here is kept, and nothing is done for it. */
export const jobs: Readonly<Record<string, Job>> = {
  'mail.code': codeJob(mailCode),
  'text.code': codeJob(textCode),
  'mail.sign_in': {
    run: (db, { id, payload, payloadSealed }) =>
      sendSignInMail(db, {
        eventId: id,
        ...signInMailSchema.parse(payload),
        payloadSealed: payloadSealed ?? new Uint8Array(),
      }),
    retryLimit: 8,
    retryDelay: 2,
    expireInSeconds: 60,
    concurrency: 2,
  },
  'mail.sign_on': {
    run: (db, { id, payload }) => sendSignOnMail(db, { eventId: id, ...signOnMailSchema.parse(payload) }),
    // Nobody waits for it: a mail server may be down for hours.
    retryLimit: 12,
    retryDelay: 10,
    expireInSeconds: 60,
    concurrency: 1,
  },
  'mail.alarm': {
    run: (db, { id, payload }) => sendAlarmMail(db, { eventId: id, ...alarmMailSchema.parse(payload) }),
    retryLimit: 12,
    retryDelay: 10,
    expireInSeconds: 60,
    concurrency: 1,
  },
  'mail.link': {
    run: (db, { id, payload, payloadSealed }) =>
      sendLinkMail(db, {
        eventId: id,
        ...linkMailSchema.parse(payload),
        payloadSealed: payloadSealed ?? new Uint8Array(),
      }),
    retryLimit: 12,
    retryDelay: 10,
    expireInSeconds: 60,
    concurrency: 4,
  },
  'links.make': {
    run: (db, { payload }) => makeLinks(db, makeLinksSchema.parse(payload)),
    retryLimit: 8,
    retryDelay: 5,
    // Ten thousand links, some at a time; what is left over is found by the next run.
    expireInSeconds: 600,
    concurrency: 1,
  },
  'mail.copy': {
    run: (db, { id, payload }) =>
      sendCopy(db, { eventId: id, ...z.object({ sessionId: z.string() }).parse(payload) }),
    // Nobody waits for it: a mail server may be down for hours.
    retryLimit: 12,
    retryDelay: 10,
    expireInSeconds: 60,
    concurrency: 2,
  },
  'connection.fetch_accounts': {
    run: (db, { payload }) => fetchAccounts(db, fetchAccountsSchema.parse(payload)),
    retryLimit: 3,
    retryDelay: 1,
    expireInSeconds: 120,
    concurrency: 8,
  },
  'connection.fetch_transactions': {
    run: (db, { id: readId, sessionId, payload }) =>
      fetchTransactions(db, { ...fetchTransactionsSchema.parse(payload), readId, sessionId }),
    retryLimit: 8,
    retryDelay: 15,
    expireInSeconds: 600,
    concurrency: 4,
  },
  'files.forget': {
    run: (db, { payload }) =>
      forgetLeftFiles(db, z.object({ attemptId: z.string() }).parse(payload).attemptId),
    retryLimit: 8,
    retryDelay: 60,
    expireInSeconds: 60,
    concurrency: 2,
  },
  'consent.end': {
    run: (db, { payload }) => endConsent(db, endConsentSchema.parse(payload)),
    // A bank may be down for a day: about two days of tries.
    retryLimit: 14,
    retryDelay: 10,
    expireInSeconds: 120,
    concurrency: 2,
  },
  'webhook.deliver': {
    run: (db, { payload }) => deliverDue(db, deliverSchema.parse(payload).endpointId, { envelopes }),
    // Failed tries are counted in the delivery: the job itself only fails where the house does.
    retryLimit: 5,
    retryDelay: 5,
    expireInSeconds: 60,
    concurrency: 4,
    batchSize: 16,
  },
}

/** Runs the job of an outbox event. One that is gone (its tenant was deleted) or whose tenant was shredded needs no work. */
export const runJob = async (topic: string, eventId: string): Promise<void> => {
  const event = await scopeDoors().outboxEvent.findUnique({ where: { id: eventId } })
  try {
    if (event) await jobs[topic]?.run(tenantDb(event.tenantId as TenantId), event)
  } catch (thrown) {
    if (!(thrown instanceof KeysGone)) throw thrown
  }
}
