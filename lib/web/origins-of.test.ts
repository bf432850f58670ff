import { expect, it } from 'vitest'
import { originsOf } from './origins-of.ts'

it('a form may lead to the site where the visit returns, or to the app, and else nowhere', () => {
  expect(originsOf('https://client.example/back?x=1')).toEqual(['https://client.example'])
  expect(originsOf('com.example.app:/connected')).toEqual(['com.example.app:'])
  expect(originsOf(null)).toEqual([])
})
