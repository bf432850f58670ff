import { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { isSafeUrl } from '../safe-url.ts'

const keySchema = z.string().regex(/^[\x21-\x7e]{1,500}$/)

/**
 * A tenant's contract with an aggregator. Older contracts have neither secret nor key, and then none is sent.
 * `asynchronous`: the aggregator has switched on the form of its login that is polled, so that a slow bank keeps no
 * line open.
 */
export const aggregatorSettingsSchema = z.strictObject({
  baseUrl: z
    .string()
    .max(2_000)
    .refine(isSafeUrl, 'must be an https address (http only on this machine)')
    .transform((url) => url.replace(/\/+$/, '')),
  customerId: z.string().regex(/^[\w-]{1,100}$/),
  secret: keySchema.nullable().default(null),
  apiKey: keySchema.nullable().default(null),
  asynchronous: z.boolean().default(false),
})
export type AggregatorSettings = z.output<typeof aggregatorSettingsSchema>

const parsedJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

export const settingsOf = ({ settings }: ConnectorContext): Outcome<AggregatorSettings, Fault> => {
  const parsed = aggregatorSettingsSchema.safeParse(parsedJson(settings))
  if (parsed.success) return succeeded(parsed.data)
  return failed({ code: 'bank_refused', detail: 'the settings of the route do not fit' })
}
