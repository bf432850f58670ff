import { expect } from '@playwright/test'
import { addresses } from '../stack/addresses.ts'

export type Message = { readonly to: string | string[]; readonly subject: string; readonly text: string }

export const messagesTo = async (address: string): Promise<Message[]> => {
  const answer = await fetch(`${addresses.mail()}/api/messages?to=${encodeURIComponent(address)}`)
  const body = (await answer.json()) as Message[] | { messages: Message[] }
  return Array.isArray(body) ? body : body.messages
}

/** The code of the newest mail to `address`, once it has arrived over SMTP; `after` mails are waited past. */
export const codeSentTo = async (address: string, after = 0): Promise<string> => {
  await expect
    .poll(async () => (await messagesTo(address)).length, { timeout: 15_000 })
    .toBeGreaterThan(after)
  const [newest] = await messagesTo(address)
  const code = /\b\d{7}\b/.exec(newest?.text ?? '')?.[0]
  if (!code) throw new Error(`no code in the mail to ${address}`)
  return code
}

/** The newest text message to a phone, once it has arrived; `after` messages are waited past. */
export const textSentTo = async (phone: string, after = 0): Promise<string> => {
  await expect.poll(async () => (await messagesTo(phone)).length, { timeout: 15_000 }).toBeGreaterThan(after)
  return (await messagesTo(phone))[0]?.text ?? ''
}

export const codeIn = (text: string): string => /\b\d{7}\b/.exec(text)?.[0] ?? ''
