import { z } from 'zod'
import { findLiveConsent } from '#lib/flow/api/live-consent.ts'
import { listSharedAccounts } from '#lib/flow/api/shared-data.ts'
import { type HolderClaim, matchHolder } from '#lib/identity/matching/match-holder.ts'
import { bind, textField } from '../bind.ts'
import type { Call } from '../call.ts'
import { type Reply, refuse, succeed } from '../reply.ts'
import { type FieldRates, toFieldMatch } from '../shapes/field-match-shape.ts'
import { findLogin } from './known-login.ts'

const said = textField(300)
  .transform((text) => (text === '' ? undefined : text))
  .optional()

/** `0.8`, `80` and `"80"` are the same threshold. */
const thresholdField = z
  .union([z.string().max(10), z.number()])
  .transform((text) => Number(String(text).replace(/%$/, '')))
  .pipe(z.number().min(0).max(100))
  .transform((threshold) => (threshold > 1 ? threshold / 100 : threshold))

const fieldMatchSchema = z.object({
  loginid: z.string().max(200),
  fullname: said,
  firstname: said,
  middlename: said,
  lastname: said,
  civicaddress: said,
  city: said,
  province: said,
  postalcode: said,
  email: said,
  phone: said,
  threshold: thresholdField.optional(),
})
type FieldMatchBody = z.output<typeof fieldMatchSchema>

const nameOf = ({ fullname, firstname, middlename, lastname }: FieldMatchBody): string | undefined =>
  fullname ?? ([firstname, middlename, lastname].filter(Boolean).join(' ') || undefined)

const claimOf = (body: FieldMatchBody): HolderClaim => {
  const address = {
    line1: body.civicaddress,
    city: body.city,
    region: body.province,
    postalCode: body.postalcode,
  }
  const hasAddress = Object.values(address).some(Boolean)
  return {
    fullName: nameOf(body),
    email: body.email,
    phone: body.phone,
    ...(hasAddress ? { address } : {}),
  }
}

/** Only what was asked about; null where the bank says nothing of it. */
const ratesOf = (body: FieldMatchBody, match: ReturnType<typeof matchHolder>): FieldRates => {
  const { scores, addressParts } = match
  const all = [
    ['FullName', nameOf(body), scores.fullName],
    ['CivicAddress', body.civicaddress, addressParts?.line1],
    ['City', body.city, addressParts?.city],
    ['Province', body.province, addressParts?.region],
    ['PostalCode', body.postalcode, addressParts?.postalCode],
    ['Email', body.email, scores.email],
    ['Phone', body.phone, scores.phone],
  ] as const
  return all.flatMap(([field, asked, rate]) => (asked === undefined ? [] : [[field, rate ?? null] as const]))
}

/** How well what a client knows of a person agrees with the holder that the bank names. */
export const fieldMatch = async (call: Call): Promise<Reply> => {
  const bound = bind(fieldMatchSchema, call.body)
  if (!bound.ok) return bound.reason
  const login = await findLogin(call, bound.value.loginid)
  if (!login.ok) return login.reason
  const consent = await findLiveConsent(call.db, login.value, call.now)
  if (!consent.ok)
    return refuse(consent.reason === 'consent_expired' ? 'CONSENT_EXPIRED' : 'CONSENT_WITHDRAWN')
  if (!consent.value.scopes.includes('holder_contact')) return refuse('CONSENT_MISSING')
  const claim = claimOf(bound.value)
  if (Object.values(claim).every((field) => field === undefined))
    return refuse('INVALID_REQUEST', { Message: 'Give at least one field to compare.' })
  const accounts = await listSharedAccounts(call.db, login.value, consent.value, null)
  const match = matchHolder(
    claim,
    accounts.flatMap(({ details }) => details.holders),
  )
  return succeed(toFieldMatch(ratesOf(bound.value, match), match.overall, bound.value.threshold))
}
