import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'

/** What a look found of one record. `seen` is what stands there, whether it is what should. */
const recordFindingSchema = z.object({
  state: z.enum(['found', 'missing', 'wrong', 'no_answer']),
  seen: z.array(z.string()),
})
export type RecordFinding = z.output<typeof recordFindingSchema>

/** `proof`: who owns the name says that it is this tenant’s. `pointing`: the name leads here. */
export const findingsSchema = z.object({ proof: recordFindingSchema, pointing: recordFindingSchema })
export type Findings = z.output<typeof findingsSchema>

export type TenantDomain = {
  readonly id: string
  readonly host: string
  readonly isVerified: boolean
  readonly checkedAt: Date | null
  readonly findings: Findings | null
  /** Since when the records of a host that is served are not found. */
  readonly lostAt: Date | null
}

export type HostFlaw = 'no_name' | 'too_long' | 'ours' | 'reserved' | 'taken' | 'added' | 'too_many'

export const mostDomains = 5

export const proofNameOf = (host: string): string => `_portico.${host}`
export const proofTextOf = (id: string): string => `portico-domain=${id}`

/** Names that lead nowhere on the internet: RFC 2606, 6761, 6762, 7686, and the one for inner networks. */
const reserved = new Set(['localhost', 'local', 'internal', 'invalid', 'test', 'example', 'onion', 'arpa'])

// What was copied from a browser’s address line is taken too.
const hostIn = (typed: string): string => {
  const text = typed.trim().replace(/\.$/, '')
  const host = URL.canParse(text) && text.includes('://') ? new URL(text).hostname : text
  // What follows a name in an address is cut off unasked by the one who reads names.
  return /[\s/:@?#%\\]/.test(host) ? '' : domainToASCII(host).toLowerCase().replace(/\.$/, '')
}

const isName = (host: string): boolean =>
  isIP(host) === 0 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(host)

const isUnder = (host: string, parent: string): boolean => host === parent || host.endsWith(`.${parent}`)

/** The host name that somebody typed, as DNS knows it. Reserved names are taken where the portal runs as a demo. */
export const readHost = (
  typed: string,
  { portalHost, allowsReserved }: { readonly portalHost: string; readonly allowsReserved: boolean },
): Outcome<string, HostFlaw> => {
  const host = hostIn(typed)
  if (!isName(host)) return failed('no_name')
  if (proofNameOf(host).length > 253) return failed('too_long')
  if (isUnder(host, portalHost)) return failed('ours')
  if (!allowsReserved && reserved.has(host.slice(host.lastIndexOf('.') + 1))) return failed('reserved')
  return succeeded(host)
}

/** `a.b.example`, `b.example`, `example`: a name and all that it stands under. */
export const nameAndParents = (host: string): string[] => {
  const labels = host.split('.')
  return labels.map((_, index) => labels.slice(index).join('.'))
}

export type Standing = 'verified' | 'lost' | 'waiting'

export const standingOf = ({ isVerified, lostAt }: TenantDomain): Standing => {
  if (!isVerified) return 'waiting'
  return lostAt ? 'lost' : 'verified'
}

export const isComplete = ({ proof, pointing }: Findings): boolean =>
  proof.state === 'found' && pointing.state === 'found'

/** True where somebody answered and a record is not there: no answer at all says nothing. */
export const isGone = ({ proof, pointing }: Findings): boolean =>
  [proof, pointing].some(({ state }) => state === 'missing' || state === 'wrong')
