import { expect, it } from 'vitest'
import { maskUsername } from './former-username.ts'

it.each([
  ['Greatday', 'G•••y'],
  ['4500123412341234', '4•••4'],
  ['zoe.roy@example.com', 'z•••m'],
  ['zoé', '•••'],
  ['', '•••'],
])('of the username %s its owner sees %s', (username, shown) => {
  expect(maskUsername(username)).toBe(shown)
})
