import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

type Request = { id: number; method?: string; params?: unknown }

export type Answerer = (method: string, params: unknown, print: (text: string) => void) => Promise<unknown>

/** Answers JSON-RPC requests, a line each, strictly one after the other; ends with its input. */
export async function serveJsonRpc(input: Readable, output: Writable, answer: Answerer): Promise<void> {
  const send = (message: object): void => {
    output.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  }
  for await (const line of createInterface({ input })) {
    if (!line.trim()) continue
    const request: Request = JSON.parse(line)
    // The CLI acknowledges our `print` requests; only its own requests carry a method.
    if (!request.method) continue
    send({ id: request.id, ...(await reply(request.method, request.params, answer, send)) })
  }
}

async function reply(method: string, params: unknown, answer: Answerer, send: (message: object) => void) {
  const print = (content: string) => send({ id: 1_000_000, method: 'print', params: { content } })
  try {
    return { result: (await answer(method, params, print)) ?? {} }
  } catch (error) {
    return { error: toRpcError(error) }
  }
}

function toRpcError(error: unknown) {
  const { message, code, error_code, meta } = error as Record<string, unknown>
  const known = { error_code: code ?? error_code, meta: meta ?? {}, backtrace: null }
  return {
    code: 4466,
    message: 'An error happened. Check the data field for details.',
    data: { is_panic: false, message: String(message ?? error), ...known },
  }
}
