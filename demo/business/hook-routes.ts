import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import { type Answer, type Handler, type Incoming, json, page, plain } from '../web/serve.ts'
import { isSignedInDialect } from './dialect-signature.ts'
import type { HookBox } from './hook-box.ts'
import { hooksPage } from './hooks-page.ts'

export type WebhookSecrets = { standard: string; dialect: string }
type EnvelopeName = keyof WebhookSecrets

/** A year of forty accounts has room in it. */
const bodyLimit = 32 * 1024 * 1024
const refreshSchema = z.coerce.number().int().min(2).max(60).nullable().catch(null)

// A real business would now do its work; it is quick to answer and does that afterwards.
const taken: Answer = plain('Taken.', 200)
const refused: Answer = plain('The signature is wrong.', 401)

/** POST /hooks/standard and /hooks/dialect take messages in; GET /hooks shows them, GET /api/hooks as JSON. */
export function hookRoutes(box: HookBox, secrets: WebhookSecrets): Handler {
  return async (method, url, incoming) => {
    const envelope = /^\/hooks\/(standard|dialect)$/.exec(url.pathname)?.[1] as EnvelopeName | undefined
    if (envelope) return method === 'POST' ? receive(box, envelope, secrets, incoming) : onlyBy('POST')
    if (url.pathname !== '/hooks' && url.pathname !== '/api/hooks') return plain('No such page.', 404)
    if (method !== 'GET') return onlyBy('GET')
    if (url.pathname === '/api/hooks') return json(box.list())
    const every = url.searchParams.get('every')
    return page(
      hooksPage({ hooks: box.list(), refreshSeconds: every === null ? null : refreshSchema.parse(every) }),
    )
  }
}

const onlyBy = (method: string): Answer => plain(`Only ${method} here.`, 405)

async function receive(
  box: HookBox,
  envelope: EnvelopeName,
  secrets: WebhookSecrets,
  { headers, body: read }: Incoming,
): Promise<Answer> {
  const body = await read(bodyLimit)
  const isValid =
    envelope === 'standard'
      ? isStandard(headers, body, secrets.standard)
      : isSignedInDialect(headers, body, secrets.dialect)
  const id = String(headers['webhook-id'] ?? 'without an id')
  box.record({ id, envelope, name: nameOf(body), verdict: isValid ? 'valid' : 'invalid', body })
  return isValid ? taken : refused
}

/** The official library of Standard Webhooks: signature and age at once. */
function isStandard(headers: Incoming['headers'], body: string, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  }
}

const namedSchema = z.object({ type: z.string().optional(), ResponseType: z.string().optional() })

function nameOf(body: string): string {
  try {
    const { type, ResponseType } = namedSchema.parse(JSON.parse(body))
    return type ?? ResponseType ?? 'without a name'
  } catch {
    return 'not readable'
  }
}
