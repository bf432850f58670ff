import { z } from 'zod'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import type { ConnectorContext } from '../contract.ts'
import type { Fault } from '../faults.ts'
import type { Finding } from '../finding.ts'
import { addressSchema, readSettingsBy } from '../read-settings.ts'

const keySchema = z.string().regex(/^[\x21-\x7e]{1,500}$/)

/**
 * A tenant's contract with an aggregator. Older contracts have neither secret nor key, and then none is sent.
 * `asynchronous`: the aggregator has switched on the form of its login that is polled, so that a slow bank keeps no
 * line open.
 */
const aggregatorSettingsSchema = z.strictObject({
  baseUrl: addressSchema.transform((url) => url.replace(/\/+$/, '')),
  customerId: z.string().regex(/^[\w-]{1,100}$/),
  secret: keySchema.nullable().default(null),
  apiKey: keySchema.nullable().default(null),
  asynchronous: z.boolean().default(false),
})
export type AggregatorSettings = z.output<typeof aggregatorSettingsSchema>

export const readSettings = (text: string | null): Outcome<AggregatorSettings, readonly Finding[]> =>
  readSettingsBy(aggregatorSettingsSchema, text)

export const settingsOf = ({ settings }: ConnectorContext): Outcome<AggregatorSettings, Fault> => {
  const read = readSettings(settings)
  if (read.ok) return read
  return failed({ code: 'bank_refused', detail: 'the settings of the route do not fit' })
}
