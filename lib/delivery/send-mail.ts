import { createTransport, type Transporter } from 'nodemailer'
import { env } from '#lib/kit/env.ts'

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly fromName: string
  /** Makes the Message-ID, so that a mail sent twice after a crash can be recognised as one. */
  readonly id: string
}

let transport: Transporter | null = null

/** Hands a mail to the SMTP server; throws when it does not take it. */
export const sendMail = async (mail: Mail): Promise<void> => {
  transport ??= createTransport(env().SMTP_URL, {})
  const address = /<([^>]+)>/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM
  const { id, fromName, ...content } = mail
  const host = new URL(env().PUBLIC_URL).hostname
  await transport.sendMail({ ...content, from: { name: fromName, address }, messageId: `<${id}@${host}>` })
}

/** The mail server has said that this recipient, or this mail, will never be taken (5xx of RFC 5321). */
export const isRefusedForGood = (thrown: unknown): boolean => {
  const code = (thrown as { responseCode?: unknown } | null)?.responseCode
  return typeof code === 'number' && code >= 500
}
