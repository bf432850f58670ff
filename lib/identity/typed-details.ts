import { postalCodeOf } from './fields/read-address.ts'
import { writePhone } from './fields/read-contact.ts'
import type { Typed } from './fields/reading.ts'
import type { ClaimDetails, ClaimedAddress } from './identity.ts'
import { regionCode } from './matching/street-words.ts'

const birthOf = (birth: string): Typed => {
  const [year = '', month = '', day = ''] = birth.split('-')
  const plain = (number: string) => String(Number(number))
  return { 'dateOfBirth-day': plain(day), 'dateOfBirth-month': plain(month), 'dateOfBirth-year': year }
}

/** A personal link may say `Ontario` and `m5v2t6`: the controls know letters of two and codes as they are printed. */
const addressOf = (address: ClaimedAddress): Typed => {
  const region = regionCode(address.region)
  const postalCode = postalCodeOf(address.postalCode, address.country) ?? address.postalCode
  const lines = Object.entries({ ...address, region, postalCode })
  return Object.fromEntries(lines.map(([name, line]) => [`address-${name}`, line ?? '']))
}

/** What would have to be typed to say this: the way back of `readClaim`, for fields that are shown again. */
export const typedDetails = (details: ClaimDetails): Typed => {
  const { fullName, dateOfBirth, email, phone, address, reference } = details
  return {
    ...(fullName === undefined ? {} : { fullName }),
    ...(dateOfBirth === undefined ? {} : birthOf(dateOfBirth)),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone: writePhone(phone) }),
    ...(address === undefined ? {} : addressOf(address)),
    ...(reference === undefined ? {} : { reference }),
  }
}
