import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type Answerer, serveJsonRpc } from './json-rpc.ts'

async function exchange(requests: object[], answer: Answerer) {
  const output = new PassThrough()
  await serveJsonRpc(Readable.from(requests.map((request) => `${JSON.stringify(request)}\n`)), output, answer)
  output.end()
  const text = (await output.toArray()).join('')
  return text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

describe('the JSON-RPC of the schema engine', () => {
  it('answers in the order of the requests, however long one takes', async () => {
    const first = Promise.withResolvers<string>()
    const answer: Answerer = async (method) => {
      if (method === 'slow') return first.promise
      return 'fast'
    }
    setImmediate(() => first.resolve('slow'))
    const replies = await exchange(
      [
        { id: 1, method: 'slow' },
        { id: 2, method: 'fast' },
      ],
      answer,
    )
    expect(replies.map(({ id, result }) => [id, result])).toEqual([
      [1, 'slow'],
      [2, 'fast'],
    ])
  })

  it('sends what is printed ahead of the answer it belongs to', async () => {
    const replies = await exchange([{ id: 7, method: 'diff' }], async (_method, _params, print) =>
      print('ALTER'),
    )
    expect(replies.map(({ method, params, result }) => method ?? result ?? params)).toEqual(['print', {}])
    expect(replies[0].params).toEqual({ content: 'ALTER' })
  })

  it('passes the engine’s error code and meaning on to the CLI', async () => {
    const failing: Answerer = async () => {
      throw Object.assign(new Error('no such table'), { code: 'P3018', meta: { table: 'x' } })
    }
    const [reply] = await exchange([{ id: 1, method: 'applyMigrations' }], failing)
    const data = { is_panic: false, message: 'no such table', error_code: 'P3018', meta: { table: 'x' } }
    expect(reply.error).toMatchObject({ code: 4466, data })
  })

  it('does not answer the CLI’s acknowledgements', async () => {
    expect(await exchange([{ id: 1_000_000, result: {} }], async () => 'never')).toEqual([])
  })
})
