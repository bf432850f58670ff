import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Where Gmail delivers: there, and only there, dots and what follows a plus do not tell mailboxes apart. */
const gmailBox = (email: string): string | null => {
  const [, local, domain] = /^([^@]+)@([^@]+)$/.exec(email) ?? []
  if (!local || !/^(gmail|googlemail)\.com$/.test(domain ?? '')) return null
  return local.replace(/\+.*$/, '').replaceAll('.', '')
}

/** 1 for the same address without case; a little less for another spelling of one Gmail box; else 0. */
export const scoreEmail = (a: string, b: string): number | null => {
  const [one, other] = [a.trim().toLowerCase(), b.trim().toLowerCase()]
  if (one === '' || other === '') return null
  if (one === other) return 1
  const box = gmailBox(one)
  return box !== null && box === gmailBox(other) ? 0.95 : 0
}

/** E.164 where it can be read as a number of Canada, the United States or, with its plus, anywhere; else its digits. */
const dialled = (phone: string): string =>
  parsePhoneNumberFromString(phone, 'CA')?.number ?? phone.replace(/\D/g, '')

export const scorePhone = (a: string, b: string): number | null => {
  const [one, other] = [dialled(a), dialled(b)]
  if (one === '' || other === '') return null
  return one === other ? 1 : 0
}
