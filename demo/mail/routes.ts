import { z } from 'zod'
import { type Answer, type Handler, json, page, plain, RefusedRequest } from '../web/serve.ts'
import { textSchema } from './message.ts'
import type { MessageBox } from './message-box.ts'
import { inboxPage } from './pages.ts'

const refreshSchema = z.coerce.number().int().min(2).max(60).nullable().catch(null)

/** GET / the inbox; GET /api/messages?to= as JSON; POST /api/texts `{to, body}` takes a text message in. */
export function mailRoutes(box: MessageBox): Handler {
  return async (method, url, { body }) => {
    const address = url.searchParams.get('to')
    if (method === 'POST' && url.pathname === '/api/texts') return receiveText(box, await body())
    if (method !== 'GET') return plain('Only GET here, and POST to /api/texts.', 405)
    if (url.pathname === '/api/messages') return json(box.list(address))
    if (url.pathname.startsWith('/messages/')) return attachmentAt(box, url.pathname)
    if (url.pathname !== '/') return plain('No such page.', 404)
    const every = url.searchParams.get('every')
    const refreshSeconds = every === null ? null : refreshSchema.parse(every)
    return page(inboxPage({ messages: box.list(address), address, refreshSeconds }))
  }
}

function receiveText(box: MessageBox, body: string): Answer {
  const { to, body: text } = parseText(body)
  const message = box.record({ kind: 'text', from: 'Portico', to: [to], subject: '', text, attachments: [] })
  return json({ id: message.id }, 201)
}

function parseText(body: string) {
  try {
    return textSchema.parse(JSON.parse(body))
  } catch {
    throw new RefusedRequest(400, 'Send {"to": "+15145550100", "body": "…"} as JSON.')
  }
}

// Attachments were made elsewhere: they are only ever offered for download, as text, never shown as a page.
function attachmentAt(box: MessageBox, path: string): Answer {
  const [, id, index] = /^\/messages\/([\w-]+)\/attachments\/(\d+)$/.exec(path) ?? []
  const file = box.find(id ?? '')?.attachments[Number(index)]
  if (!file) return plain('No such attachment.', 404)
  return { status: 200, type: 'application/octet-stream', body: Buffer.from(file.content, 'base64') }
}
