import { secondMs } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { postJson } from '#lib/kit/post-json.ts'

export type TextMessage = {
  /** E.164. */
  readonly to: string
  readonly body: string
  /** The same at every try, so that a provider can recognise a message sent twice after a crash. */
  readonly id: string
}

/** Who carries text messages. Throws when it does not take one. */
export type TextProvider = { send(message: TextMessage): Promise<void> }

/** `POST {to, body}` as JSON, with a bearer token where there is one: what most gateways take, and any small bridge. */
export const jsonTextProvider = (address: {
  readonly url: string
  readonly token: string | undefined
}): TextProvider => ({
  send: ({ to, body, id }) =>
    postJson({
      url: address.url,
      body: { to, body },
      headers: {
        'idempotency-key': id,
        ...(address.token ? { authorization: `Bearer ${address.token}` } : {}),
      },
      timeoutMs: 10 * secondMs,
    }),
})

const provider = (): TextProvider => {
  const { TEXTS_URL: url, TEXTS_TOKEN: token } = env()
  if (url === undefined) throw new Error('TEXTS_URL is not set: no text message can leave')
  return jsonTextProvider({ url, token })
}

/** Hands a text message to the operator's gateway; throws when it does not take it. */
export const sendText = async (message: TextMessage): Promise<void> => provider().send(message)
