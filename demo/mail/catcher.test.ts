import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serve } from '../web/serve.ts'
import { openMessageBox } from './message-box.ts'
import { mailRoutes } from './routes.ts'
import { receiveMail } from './smtp.ts'

let folder: string
let closers: (() => unknown)[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mail-'))
  closers = [() => rmSync(folder, { recursive: true })]
})

afterEach(async () => {
  for (const close of closers.reverse()) await close()
})

async function startCatcher() {
  const box = openMessageBox(join(folder, 'messages.jsonl'))
  const { smtp, port } = await receiveMail(box, 0, '127.0.0.1')
  const { server, url } = await serve(mailRoutes(box), 0, '127.0.0.1')
  closers.push(
    () => new Promise<void>((resolve) => smtp.close(() => resolve())),
    () => server.close(),
  )
  const transport = createTransport({ host: '127.0.0.1', port, secure: false })
  return { url, send: (mail: object) => transport.sendMail({ from: 'Maple <hello@maple.example>', ...mail }) }
}

const post = (url: string, body: string) => fetch(`${url}/api/texts`, { method: 'POST', body })
const list = async (url: string, to = '') =>
  (await fetch(`${url}/api/messages?to=${encodeURIComponent(to)}`)).json()

describe('the mail catcher', () => {
  it('shows mails and texts newest first, and only those to an address when asked', async () => {
    const { url, send } = await startCatcher()
    await send({
      to: 'ada@example.org',
      bcc: 'archive@example.org',
      subject: 'Your code',
      text: 'It is 123456.',
    })
    expect((await post(url, JSON.stringify({ to: '+1 514 555-0100', body: '@maple #654321' }))).status).toBe(
      201,
    )
    expect((await list(url)).map(({ kind }: { kind: string }) => kind)).toEqual(['text', 'mail'])
    expect(await list(url, 'ADA@example.org')).toMatchObject([
      { subject: 'Your code', text: 'It is 123456.\n' },
    ])
    expect(await list(url, 'archive@example.org')).toHaveLength(1)
    expect(await list(url, '+15145550100')).toMatchObject([{ kind: 'text', text: '@maple #654321' }])
    expect(await list(url, 'nobody@example.org')).toEqual([])
  })

  it('keeps them over a restart, also after a line that was cut by a kill', async () => {
    const first = await startCatcher()
    await first.send({ to: 'ada@example.org', subject: 'One', text: '1' })
    await first.send({ to: 'ada@example.org', subject: 'Two', text: '2' })
    appendFileSync(join(folder, 'messages.jsonl'), '{"id":"half')
    const second = await startCatcher()
    await second.send({ to: 'ada@example.org', subject: 'Three', text: '3' })
    const third = await startCatcher()
    const subjects = (await list(third.url)).map(({ subject }: { subject: string }) => subject)
    expect(subjects).toEqual(['Three', 'Two', 'One'])
  })

  it('shows what a sender wrote as text and its addresses as links, never as markup', async () => {
    const { url, send } = await startCatcher()
    const text = 'Open https://portal.example/l/abc?x=1&y=2. <script>alert(1)</script>'
    await send({ to: 'ada@example.org', subject: '<b>Bold</b>', text })
    const page = await (await fetch(url)).text()
    expect(page).toContain('<a href="https://portal.example/l/abc?x=1&amp;y=2">')
    expect(page).toContain('&lt;b&gt;Bold&lt;/b&gt;')
    expect(page).not.toMatch(/<script|<b>/)
  })

  it('gives an attachment back byte for byte', async () => {
    const { url, send } = await startCatcher()
    const content = Buffer.from([0, 255, 10, 13, 128])
    await send({
      to: 'a@b.example',
      subject: 'Receipt',
      text: '',
      attachments: [{ filename: 'r.bin', content }],
    })
    const [message] = await list(url)
    const response = await fetch(`${url}/messages/${message.id}/attachments/0`)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content)
    expect((await fetch(`${url}/messages/${message.id}/attachments/1`)).status).toBe(404)
  })

  it('refuses texts it cannot read', async () => {
    const { url } = await startCatcher()
    for (const body of ['', '{', '{"to":"+1"}', '{"to":1,"body":"x"}'])
      expect((await post(url, body)).status).toBe(400)
    expect((await post(url, 'x'.repeat(70_000))).status).toBe(413)
    expect(await list(url)).toEqual([])
  })
})
