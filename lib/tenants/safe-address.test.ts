import { describe, expect, it } from 'vitest'
import { isReturnAddress } from './safe-address.ts'

describe('where a visit may return', () => {
  it.each([
    'https://client.example/back?from=portico',
    'http://127.0.0.1:3300/connected',
    'com.example.app:/connected',
    'com.example.app://connected?step=2',
    'ca.maple-lending.app:/back',
  ])('is %s', (address) => {
    expect(isReturnAddress(address)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'javascript://client.example/%0aalert(1)',
    'java.script:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://client.example/1',
    'vbscript:x',
    'about:blank',
    'intent://scan/#Intent;scheme=x;end',
    'content://com.example/x',
    'myapp://callback',
    'Com.Example.App:/x',
    'com.example.app:connected',
    'com.example.app:/x#y',
    'com.example.app:/*',
    'com.example.app:/x y',
    'com.example.app:/x";<script>',
    'com.example.app:/x;form-action *',
    ' com.example.app:/x',
    'com.example.app:/x\n',
    'com..app:/x',
    'http://client.example/back',
    'https://me:pw@a.example/',
    '//client.example/back',
    '',
  ])('is not %j', (address) => {
    expect(isReturnAddress(address)).toBe(false)
  })
})
