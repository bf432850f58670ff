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
