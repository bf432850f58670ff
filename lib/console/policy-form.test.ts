import { describe, expect, it } from 'vitest'
import { readPolicyForm } from './policy-form.ts'

const sent = (fields: Readonly<Record<string, readonly string[]>>) =>
  readPolicyForm({
    get: (name) => fields[name]?.[0] ?? '',
    all: (name) => fields[name] ?? [],
  })

describe('the form of a flow policy', () => {
  it('says whether people may bring files in place of a sign-in', () => {
    expect(sent({ acceptsFiles: ['yes'] }).acceptsFiles).toBe(true)
    expect(sent({}).acceptsFiles).toBe(false)
  })

  it.each([[[]], [['identity']], [['accounts']], [['identity', 'accounts']]])(
    'says which steps follow a business’s own screens: %j',
    (customSteps) => {
      expect(sent({ customSteps }).customSteps).toEqual(customSteps)
    },
  )

  it('keeps no more steps than there are, and each of a bounded length', () => {
    expect(sent({ customSteps: ['identity', 'accounts', 'accounts'] }).customSteps).toHaveLength(2)
    expect(() => sent({ customSteps: ['x'.repeat(41)] })).toThrow()
  })
})
