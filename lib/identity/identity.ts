import { z } from 'zod'

export const countries = ['CA', 'US'] as const
export type Country = (typeof countries)[number]

const addressSchema = z.object({
  line1: z.string(),
  line2: z.string().optional(),
  city: z.string(),
  /** Two letters: a province, a territory or a state. */
  region: z.string(),
  /** `H3B 5E8`, `10001` or `10001-4321`. */
  postalCode: z.string(),
  country: z.enum(countries),
})
export type ClaimedAddress = z.output<typeof addressSchema>

/**
 * What a person says of themselves, as far as the tenant asks, as it is sealed. Made by `readClaim` alone: the name as
 * typed, the day of birth `YYYY-MM-DD`, the mail address without capitals, the phone in E.164.
 */
export const claimDetailsSchema = z.object({
  fullName: z.string().optional(),
  dateOfBirth: z.iso.date().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  address: addressSchema.optional(),
  reference: z.string().optional(),
})
export type ClaimDetails = z.output<typeof claimDetailsSchema>

/** Ways by which a code reaches a person. */
export const channels = ['email', 'phone'] as const
export type Channel = (typeof channels)[number]

/** `j•••@example.com`: enough to recognise, too little to learn (P4). */
export const maskEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@')
  return `${local.slice(0, 1)}•••@${domain}`
}

/** `••• ••• 0134`: the last four digits, whatever the length (P4). */
export const maskPhone = (phone: string): string => `••• ••• ${phone.slice(-4)}`

export const maskAddress = (channel: Channel, address: string): string =>
  channel === 'email' ? maskEmail(address) : maskPhone(address)

/** Where a code goes first: the mail, for it costs nobody anything and needs no reception. */
export const firstChannel = (details: ClaimDetails, offered: readonly Channel[] = channels): Channel | null =>
  channels.find((channel) => offered.includes(channel) && details[channel] !== undefined) ?? null
