import { beginAt } from '#lib/flow/begin-at.ts'
import { type FrameDoor, type FrameWishes, isFrameReturnAllowed } from '#lib/flow/frame-door.ts'
import { judgeSettings } from '#lib/flow/judge-settings.ts'
import { narrowPolicy } from '#lib/flow/narrow-policy.ts'
import { findRoutedByKey } from '#lib/institutions/find-routed.ts'
import { standingOfToken } from '#lib/tenants/authorize-token.ts'
import type { Finding } from './finding.ts'

const line = (name: string, value: string): string => `"${name}": [${JSON.stringify(value)}]`

const examineReturn = ({ policy }: FrameDoor, { redirectUrl }: FrameWishes): Finding[] => {
  if (redirectUrl === null) return []
  if (isFrameReturnAllowed(policy, redirectUrl)) return [{ code: 'return_listed' }]
  const change = line('returnUrls', redirectUrl.replace(/[?#].*$/s, ''))
  return [{ code: 'return_unlisted', values: { address: redirectUrl }, change }]
}

const examineOrigin = ({ policy }: FrameDoor, { origin }: FrameWishes): Finding[] => {
  if (origin === null) return [{ code: 'origin_missing' }]
  const values = { origin }
  return policy.allowedOrigins.includes(origin)
    ? [{ code: 'origin_listed', values }]
    : [{ code: 'origin_unlisted', values, change: line('allowedOrigins', origin) }]
}

const tokenCodes = {
  open: 'token_good',
  spent: 'token_spent',
  expired: 'token_expired',
  unknown: 'token_unknown',
} as const

/** Looks at a token and spends nothing. */
const examineToken = async (
  { db, policy }: FrameDoor,
  { authorizeToken, loginId }: FrameWishes,
  now: Date,
): Promise<Finding[]> => {
  const change = '#authorizeToken=…'
  if (authorizeToken === null)
    return policy.tokenRequired || loginId !== null ? [{ code: 'token_missing', change }] : []
  const code = tokenCodes[await standingOfToken(db, authorizeToken, now)]
  return [code === 'token_good' ? { code } : { code, change }]
}

const examineInstitution = async (door: FrameDoor, wishes: FrameWishes, now: Date): Promise<Finding[]> => {
  const { institution: name, isDemo, settings } = wishes
  if (name === null) return []
  const found = await findRoutedByKey(door.db, name, door.policy.institutionRules.connectors)
  if (!found) return [{ code: 'institution_unknown', values: { name } }]
  const { facts, events } = await beginAt(
    door.db,
    found,
    { rules: narrowPolicy(door.policy, settings).institutionRules, isDemo },
    now,
  )
  if (events.length > 0) return [{ code: 'institution_off', values: { name } }]
  return [{ code: facts.institution ? 'institution_good' : 'institution_unlisted', values: { name } }]
}

/** What the tenant's policy says to the address: origin, return, token, institution, and words that do not count. */
export const examineAccess = async (door: FrameDoor, wishes: FrameWishes, now: Date): Promise<Finding[]> => {
  const judged = judgeSettings(door, { ...wishes, hints: [] })
  const void_ = judged.hints.map((hint): Finding => {
    const [name = '', ...says] = hint.split(': ')
    return { code: 'parameter_void', values: { name, says: says.join(': ') } }
  })
  const [token, institution] = await Promise.all([
    examineToken(door, wishes, now),
    examineInstitution(door, wishes, now),
  ])
  return [...examineOrigin(door, wishes), ...examineReturn(door, wishes), ...token, ...institution, ...void_]
}
