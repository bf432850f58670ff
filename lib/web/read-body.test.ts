import { expect, it } from 'vitest'
import { errorTable } from '#lib/kit/errors.ts'
import { door } from './door.ts'
import { readForm } from './read-form.ts'

// The log asks the environment; nothing is reached.
process.env.DATABASE_URL ??= 'postgresql://nowhere.example/none'
process.env.LOG_LEVEL ??= 'silent'

/** A form of which a part came before the browser closed the line. */
const cutOff = (): Request => {
  const body = new ReadableStream({
    start: (line) => line.enqueue(new TextEncoder().encode('email=a')),
    pull: (line) => line.error(new Error('aborted')),
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  return new Request('http://127.0.0.1/', { method: 'POST', body, duplex: 'half', headers } as RequestInit)
}

it('a form that breaks off on its way is refused as one, and wakes no operator', async () => {
  const told = door(
    ({ code }) => new Response(code),
    async (request) => new Response((await readForm(request)).get('email')),
  )
  const answer = await told(cutOff(), { params: Promise.resolve({}) })
  expect(await answer.text()).toBe('bad_request')
  expect(errorTable.bad_request.isExpected).toBe(true)
})
