import { dialectEnvelope } from '#lib/compat/webhooks/dialect-envelope.ts'
import { standardEnvelope } from '#lib/delivery/standard-envelope.ts'
import type { Envelopes } from '#lib/delivery/try-delivery.ts'

/** The one place where the manners of telling are wired. */
export const envelopes: Envelopes = { standard: standardEnvelope, dialect: dialectEnvelope }
