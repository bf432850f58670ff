import { expect, it } from 'vitest'
import { AppError } from '#lib/kit/errors.ts'
import { door } from './door.ts'

// The log asks the environment; nothing is reached.
process.env.DATABASE_URL ??= 'postgresql://nowhere.example/none'
process.env.LOG_LEVEL ??= 'silent'

const told = door(
  ({ code }) => new Response(code),
  async (_, params) => {
    if (params.fails) throw new AppError('not_found')
    return Response.json(params)
  },
)
const ask = async (params: Record<string, string> | undefined): Promise<string> =>
  (await told(new Request('http://127.0.0.1/'), { params: Promise.resolve(params) })).text()

it('a door at an address without parameters opens like any other', async () => {
  expect(await ask(undefined)).toBe('{}')
  expect(await ask({ code: 'a' })).toBe('{"code":"a"}')
})

it('what is thrown is translated', async () => {
  expect(await ask({ fails: 'yes' })).toBe('not_found')
})
