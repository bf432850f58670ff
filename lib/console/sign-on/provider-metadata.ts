import type { ServerMetadata } from 'openid-client'
import { minuteMs } from '#lib/kit/clock.ts'
import { Latest } from '#lib/kit/latest.ts'

/** A sign-in is over by then, or begins anew and asks again. */
const lifeMs = 10 * minuteMs

const kept = new Latest<{ readonly metadata: ServerMetadata; readonly until: number }>(500)

/** Remembers how an issuer described itself, for the way back of who is being sent there. */
export const keepMetadata = (issuer: string, metadata: ServerMetadata): void => {
  kept.set(issuer, { metadata, until: Date.now() + lifeMs })
}

/** Undefined where nobody asked it in this process lately. */
export const keptMetadata = (issuer: string): ServerMetadata | undefined => {
  const known = kept.get(issuer)
  return known && Date.now() < known.until ? known.metadata : undefined
}
