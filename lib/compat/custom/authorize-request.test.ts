import { expect, it } from 'vitest'
import { readAuthorizeRequest } from './authorize-request.ts'

const read = (query: string) => readAuthorizeRequest(new Headers({ host: 'portal.example' }), `?${query}`)

it('an address is read by its published names, and by the older name of the institution', () => {
  const asked = read('institution_id=14&redirect_uri=https%3A%2F%2Fa.example%2Fcb&state=s')
  expect(asked).toMatchObject({ institution: '14', redirectUri: 'https://a.example/cb', state: 's' })
  expect(read('institution=FlinksCapital').institution).toBe('FlinksCapital')
  expect(read('client_id=c').customerId).toBe('c')
  expect(read('customerId=c').customerId).toBe('c')
})

it('a state is not decoded, for not every state is text', () => {
  expect(read('state=%FF+%20&x=1').state).toBe('%FF+%20')
  expect(read('xstate=1').state).toBeNull()
  expect(read('state=').state).toBeNull()
})
