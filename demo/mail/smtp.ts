import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { MessageBox } from './message-box.ts'

const sizeLimit = 5 * 1024 * 1024

/** Takes in every mail for anyone, without login or TLS; returns the server and its port. */
export async function receiveMail(box: MessageBox, port: number, host: string) {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: sizeLimit,
    logger: false,
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then((mail) => record(box, mail, session))
        .then(
          () => done(),
          (error: Error) => done(error),
        )
    },
  })
  smtp.on('error', (error) => console.error(error.message))
  const server = smtp.listen(port, host)
  await once(server, 'listening')
  return { smtp, port: (server.address() as AddressInfo).port }
}

type Mail = Awaited<ReturnType<typeof simpleParser>>

// The envelope says who really gets it, blind copies included.
function record(box: MessageBox, mail: Mail, session: SMTPServerSession): void {
  box.record({
    kind: 'mail',
    from: mail.from?.text ?? '',
    to: session.envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '(no subject)',
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? 'attachment',
      type: contentType,
      content: content.toString('base64'),
    })),
  })
}
