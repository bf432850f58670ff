import { writePhone } from './fields/read-contact.ts'
import type { Typed } from './fields/reading.ts'
import type { ClaimDetails } from './identity.ts'

const birthOf = (birth: string): Typed => {
  const [year = '', month = '', day = ''] = birth.split('-')
  const plain = (number: string) => String(Number(number))
  return { 'dateOfBirth-day': plain(day), 'dateOfBirth-month': plain(month), 'dateOfBirth-year': year }
}

/** What would have to be typed to say this: the way back of `readClaim`, for fields that are shown again. */
export const typedDetails = (details: ClaimDetails): Typed => {
  const { fullName, dateOfBirth, email, phone, address, reference } = details
  const lines = Object.entries(address ?? {}).filter((line): line is [string, string] => Boolean(line[1]))
  return {
    ...(fullName === undefined ? {} : { fullName }),
    ...(dateOfBirth === undefined ? {} : birthOf(dateOfBirth)),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone: writePhone(phone) }),
    ...Object.fromEntries(lines.map(([name, line]) => [`address-${name}`, line])),
    ...(reference === undefined ? {} : { reference }),
  }
}
