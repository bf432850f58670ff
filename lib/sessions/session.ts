import { type Facts, factsSchema } from '#lib/journey/facts.ts'
import { later, minuteMs, secondMs } from '#lib/kit/clock.ts'
import type { SessionId, TenantId } from '#lib/kit/ids.ts'
import type { VisitLimits } from '#lib/tenants/visit-limits.ts'
import type { Device } from './device.ts'
import { type Frame, frameSchema } from './frame.ts'

export type SessionOutcome = 'finished' | 'declined' | 'cancelled' | 'failed' | 'abandoned'

/** One visit, as its row says. Instants are UTC. */
export type Session = {
  readonly id: SessionId
  readonly tenantId: TenantId
  readonly front: 'express' | 'connect' | 'custom' | 'api'
  readonly brandId: string
  readonly policyId: string
  readonly language: 'en' | 'fr'
  readonly isDemo: boolean
  readonly tag: string | null
  /** Null: the visit ends on a page of ours. */
  readonly returnUrl: string | null
  readonly linkId: string | null
  /** What the person quotes to the business. */
  readonly reference: string | null
  readonly device: Device | null
  /** The connection that the person signs in to again; null for a first one. It may be gone. */
  readonly repairsConnectionId: string | null
  /** Null unless the visit is inside another page. */
  readonly frame: Frame | null
  /** The last event that the page around was told. */
  readonly toldEventId: bigint
  readonly facts: Facts
  readonly factsVersion: number
  /** Steps whose page is known to have been shown. */
  readonly shown: readonly string[]
  readonly flashSealed: Uint8Array<ArrayBuffer> | null
  readonly idleMinutes: number
  readonly visitMinutes: number
  readonly startedAt: Date
  readonly seenAt: Date
  readonly endedAt: Date | null
  readonly outcome: SessionOutcome | null
}

/** A visit as its own doors read it. `isServed`: its tenant was not disabled. */
export type DoorSession = Session & { readonly isServed: boolean }

/** What says when the clock ends a visit: for want of an act, and in all (S5, ASVS 7.3.1 and 7.3.2). */
type Clocked = Pick<Session, 'startedAt' | 'seenAt'> & VisitLimits

const endsOf = ({ startedAt, seenAt, idleMinutes, visitMinutes }: Clocked) => ({
  idle: later(seenAt, idleMinutes * minuteMs),
  absolute: later(startedAt, visitMinutes * minuteMs),
})

/** The latest instant at which a visit can still be open. */
export const lastInstantOf = (session: Clocked): Date => endsOf(session).absolute

/** Whole seconds until the clock ends a visit, for want of an act and in all, neither below zero; and how long each is. */
export type TimeLeft = VisitLimits & { readonly idleSeconds: number; readonly endSeconds: number }

export const timeLeft = (session: Clocked, now: Date): TimeLeft => {
  const secondsTo = (end: Date) => Math.max(0, Math.floor((end.getTime() - now.getTime()) / secondMs))
  const { idle, absolute } = endsOf(session)
  const { idleMinutes, visitMinutes } = session
  return { idleMinutes, visitMinutes, idleSeconds: secondsTo(idle), endSeconds: secondsTo(absolute) }
}

/** The closing page of an ended visit stays readable as long as the visit could have lasted. */
export const isExpired = (session: Clocked, now: Date): boolean => {
  const { idle, absolute } = endsOf(session)
  return now >= idle || now >= absolute
}

/** Throws when the stored facts do not parse: the row is corrupt and guessing would skip a step. */
export const parseFacts = (stored: unknown): Facts => factsSchema.parse(stored)

export type SessionStatus = 'open' | 'expired' | SessionOutcome

/** `expired`: its time is over and nobody has drawn the consequence yet, which takes minutes. */
export const statusOf = (session: Clocked & Pick<Session, 'outcome'>, now: Date): SessionStatus =>
  session.outcome ?? (isExpired(session, now) ? 'expired' : 'open')

/** Throws when the stored frame does not parse, as for facts. */
export const parseFrame = (stored: unknown): Frame | null => frameSchema.nullable().parse(stored)
