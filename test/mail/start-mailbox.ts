import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { findFreePort } from '../../scripts/postgres/free-port.ts'

/** A mail server that remembers what it was given. */
export const startMailbox = async (): Promise<{
  url: string
  codesTo: (address: string) => string[]
  mailsTo: (address: string) => { subject: string; text: string }[]
  close: () => void
}> => {
  const mails: { to: string; code: string; subject: string; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const { subject = '', text = '' } = mail
        mails.push({ to, subject, text, code: /\b\d{7}\b/.exec(text)?.[0] ?? '' })
        done()
      }, done)
    },
  })
  const port = await findFreePort(null)
  server.listen(port, '127.0.0.1')
  return {
    url: `smtp://127.0.0.1:${port}`,
    codesTo: (address) => mails.filter(({ to }) => to === address).map(({ code }) => code),
    mailsTo: (address) => mails.filter(({ to }) => to === address),
    close: () => server.close(),
  }
}
