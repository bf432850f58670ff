import { expect, it } from 'vitest'
import { isFrameReturnAllowed } from './frame-door.ts'

const policy = { returnUrls: ['https://client.example/back?from=portico', 'com.example.app:/connected'] }

it.each([
  ['https://client.example/back?state=7', true],
  ['https://client.example/back', true],
  ['com.example.app:/connected?state=7', true],
  ['com.example.app:/connected/more', false],
  ['com.example.app://connected', false],
  ['com.example.other:/connected', false],
  ['https://client.example/back/more?state=7', false],
  ['https://client.example.evil.example/back', false],
  ['https://client.example/back#x', false],
  ['javascript:alert(1)', false],
  ['javascript:https://client.example/back?', false],
  ['', false],
])('a frame may return to an address of the list, whatever its query (S6): %s', (url, isAllowed) => {
  expect(isFrameReturnAllowed(policy, url)).toBe(isAllowed)
})
