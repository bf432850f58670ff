import { expect, it } from 'vitest'
import { deviceOf } from './device.ts'

const cases = [
  [
    'phone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1',
  ],
  [
    'phone',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  ],
  ['phone', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
  [
    'tablet',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  ],
  [
    'tablet',
    'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Mobile/15E148 Safari/604.1',
  ],
  ['tablet', 'Mozilla/5.0 (Android 15; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0'],
  [
    'desktop',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  ],
  ['desktop', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0'],
  [
    'desktop',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  ],
] as const

it.each(cases)('knows a %s by what its browser says: %s', (device, userAgent) => {
  expect(deviceOf({ userAgent, mobileHint: null })).toBe(device)
})

it('believes the hint where the text says nothing, and knows nothing where neither does', () => {
  expect(deviceOf({ userAgent: 'Quiet/1.0', mobileHint: '?1' })).toBe('phone')
  expect(deviceOf({ userAgent: 'Quiet/1.0', mobileHint: '?0' })).toBe('desktop')
  expect(deviceOf({ userAgent: 'curl/8.9', mobileHint: null })).toBeNull()
  expect(deviceOf({ userAgent: null, mobileHint: null })).toBeNull()
})
