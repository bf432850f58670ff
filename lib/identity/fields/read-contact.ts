import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { succeeded } from '#lib/kit/outcome.ts'
import { lineOf, type Reading, type Typed, wrong } from './reading.ts'

const emailSchema = z.email().max(254)

/** Without capitals: mail servers that tell `Zoe@` from `zoe@` are a legend, people who type both are not. */
export const readEmail = (typed: Typed): Reading<string> => {
  const email = lineOf(typed, 'email').toLowerCase()
  if (email === '') return succeeded(null)
  return emailSchema.safeParse(email).success ? succeeded(email) : wrong('email', 'email_invalid')
}

/** Any number of the world in E.164; without a plus it is read as one of Canada and the United States. */
export const readPhone = (typed: Typed): Reading<string> => {
  const text = lineOf(typed, 'phone')
  if (text === '') return succeeded(null)
  const phone = parsePhoneNumberFromString(text, { defaultCountry: 'CA', extract: false })
  if (!phone?.isPossible() || phone.ext) return wrong('phone', 'phone_invalid')
  // An area code and an exchange never begin with 0 or 1: such a number reaches nobody.
  const isPlan = phone.countryCallingCode !== '1' || /^[2-9]\d{2}[2-9]\d{6}$/.test(phone.nationalNumber)
  return isPlan ? succeeded(phone.number) : wrong('phone', 'phone_invalid')
}

/** As people write it: `(514) 333-7777` at home, `+33 1 42 68 53 00` abroad. */
export const writePhone = (phone: string): string => {
  const parsed = parsePhoneNumberFromString(phone)
  if (!parsed) return phone
  return parsed.countryCallingCode === '1' ? parsed.formatNational() : parsed.formatInternational()
}
