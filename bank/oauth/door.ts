import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { BankError } from '../bank-error.ts'
import type { Customer } from '../customer.ts'
import { idFrom } from '../dice.ts'
import type { DoorName, Institution } from '../institutions.ts'
import type { Consent } from './consent.ts'
import type { Visit } from './visit.ts'

/** An institution's authorization server, and what its customers have agreed to there. */
export type Door = {
  readonly name: DoorName
  readonly institution: Institution
  readonly issuer: string
  readonly resource: string
  readonly provider: Provider
  readonly handle: (message: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly desk: Desk
}

/** The memory of a door, apart from what the library keeps; everything in it is bounded. */
export type Desk = {
  readonly customers: Map<string, Customer>
  readonly consents: Map<string, Consent>
  readonly visits: Map<string, Visit>
  /** Who may see their connections, by the key in their address. */
  readonly keys: Map<string, Customer>
}

const mostKept = 20_000

export const openDesk = (): Desk => ({
  customers: new Map(),
  consents: new Map(),
  visits: new Map(),
  keys: new Map(),
})

/** Writes to a map that forgets its oldest entry when it is full. */
export const keep = <T>(map: Map<string, T>, key: string, value: T): void => {
  map.delete(key)
  map.set(key, value)
  if (map.size > mostKept) map.delete(map.keys().next().value ?? '')
}

/** The lasting, opaque name of a customer towards clients. */
export const subjectOf = ({ seed }: Customer): string => idFrom(`${seed}/customer`)

export const randomSecret = (): string => randomBytes(32).toString('base64url')

export const getDoor = (doors: readonly Door[], name: string | undefined): Door => {
  const door = doors.find((candidate) => candidate.name === name)
  if (!door) throw new BankError('not_found')
  return door
}
