import { z } from 'zod'

export const messageSchema = z.object({
  id: z.string(),
  kind: z.enum(['mail', 'text']),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), content: z.base64() })),
  receivedAt: z.iso.datetime(),
})

/** A mail or a text message the demo sent; attachments hold their content in base64. */
export type Message = z.output<typeof messageSchema>

/** What a sender of text messages posts. */
export const textSchema = z.object({ to: z.string().min(1).max(64), body: z.string().min(1).max(2000) })

/** Addresses compare without case, telephone numbers without what people put between the digits. */
export function isFor(message: Message, address: string): boolean {
  return message.to.some((to) => plainAddress(to) === plainAddress(address))
}

function plainAddress(address: string): string {
  const trimmed = address.trim().toLowerCase()
  return trimmed.includes('@') ? trimmed : trimmed.replace(/[^+\d]/g, '')
}
