import type { ServerMetadata } from 'openid-client'
import { minuteMs } from '#lib/kit/clock.ts'

/** A sign-in is over by then, or begins anew and asks again. */
const lifeMs = 10 * minuteMs
const mostKept = 500

const kept = new Map<string, { readonly metadata: ServerMetadata; readonly until: number }>()

/** Remembers how an issuer described itself, for the way back of who is being sent there. */
export const keepMetadata = (issuer: string, metadata: ServerMetadata): void => {
  kept.delete(issuer)
  kept.set(issuer, { metadata, until: Date.now() + lifeMs })
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

/** Undefined where nobody asked it in this process lately. */
export const keptMetadata = (issuer: string): ServerMetadata | undefined => {
  const known = kept.get(issuer)
  return known && Date.now() < known.until ? known.metadata : undefined
}
