import { expect, it } from 'vitest'
import { examineParameters } from './examine-parameters.ts'

const examine = (query: string) => examineParameters(new URLSearchParams(query))

it('parameters that are read are no matter, in whatever letters', () => {
  expect(
    examine('TENANT=maple&Demo=true&toolbox=true&redirectURI=https://a.example&theme=dark&debug=true'),
  ).toEqual([])
})

it('a name that nobody reads is told with the one that was meant, if there is one', () => {
  expect(examine('acountSelectorEnable=true&utm_source=x')).toEqual([
    {
      code: 'parameter_unknown',
      values: { name: 'acountSelectorEnable' },
      change: 'accountSelectorEnable',
    },
    { code: 'parameter_unknown', values: { name: 'utm_source' } },
  ])
})

it('a value that gives way to the default is told with what would count', () => {
  const [told] = examine('theme=purple')
  expect(told).toMatchObject({ code: 'parameter_value', values: { name: 'theme' } })
  expect(told?.values?.says).toContain('takes light, dark, system')
})
