import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { FlowPolicy, IdentityFieldName } from '#lib/tenants/flow-policy.ts'
import { readAddress } from './fields/read-address.ts'
import { readBirth } from './fields/read-birth.ts'
import { readEmail, readPhone } from './fields/read-contact.ts'
import { readName } from './fields/read-name.ts'
import { readReference } from './fields/read-reference.ts'
import type { ClaimError, Reading, Typed } from './fields/reading.ts'
import { type Channel, type ClaimDetails, channels } from './identity.ts'

type Asked = Pick<FlowPolicy, 'identityFields' | 'identityProof'>

type Readers = {
  readonly [F in IdentityFieldName]: (typed: Typed, now: Date) => Reading<NonNullable<ClaimDetails[F]>>
}
const readers: Readers = {
  fullName: readName,
  dateOfBirth: readBirth,
  email: readEmail,
  phone: readPhone,
  address: readAddress,
  reference: readReference,
}

/** What is said of a field that is needed and empty, and which control it is said at. */
const missing: Readonly<Record<IdentityFieldName, ClaimError>> = {
  fullName: { field: 'fullName', code: 'name_missing' },
  dateOfBirth: { field: 'dateOfBirth-day', code: 'birth_missing' },
  email: { field: 'email', code: 'email_missing' },
  phone: { field: 'phone', code: 'phone_missing' },
  address: { field: 'address-line1', code: 'line1_missing' },
  reference: { field: 'reference', code: 'reference_missing' },
}

/** The ways by which a tenant's person can prove an address: asked for, and accepted as proof. */
export const channelsOf = ({ identityFields, identityProof }: Asked): readonly Channel[] => {
  if (identityProof === 'none') return []
  const accepted = identityProof === 'either' ? channels : channels.filter((one) => one === identityProof)
  return accepted.filter((channel) => identityFields.some(({ name }) => name === channel))
}

/** A field that the code needs is needed, whatever the tenant says; where two could carry it, neither is by itself. */
export const isNeeded = (asked: Asked, name: IdentityFieldName): boolean => {
  const field = asked.identityFields.find((one) => one.name === name)
  const provable: readonly string[] = channelsOf(asked)
  return Boolean(field?.required) || (provable.length === 1 && provable[0] === name)
}

export const readField = (name: IdentityFieldName, typed: Typed, now: Date): Reading<unknown> =>
  readers[name](typed, now)

/**
 * Reads a form into what the person says of themselves, or every error at once in the order asked. What the tenant
 * did not ask for is not read.
 */
export const readClaim = (
  asked: Asked,
  typed: Typed,
  now: Date,
): Outcome<ClaimDetails, readonly ClaimError[]> => {
  const errors: ClaimError[] = []
  const details: Record<string, unknown> = {}
  for (const { name } of asked.identityFields) {
    const reading = readField(name, typed, now)
    if (!reading.ok) errors.push(...reading.reason)
    else if (reading.value !== null) details[name] = reading.value
    else if (isNeeded(asked, name)) errors.push(missing[name])
  }
  const provable = channelsOf(asked)
  const isUnreachable = provable.length > 1 && provable.every((channel) => details[channel] === undefined)
  const [first] = provable
  if (first && isUnreachable && errors.every(({ field }) => field !== 'email' && field !== 'phone'))
    errors.push({ field: first, code: 'contact_missing' })
  return errors.length > 0 ? failed(errors) : succeeded(details as ClaimDetails)
}
