import { describe, expect, it } from 'vitest'
import { maple } from '#prisma/seed/maple.ts'
import { differenceOf } from './difference.ts'
import { draftOfPolicy, firstPolicyDraft, readPolicyDraft } from './policy-draft.ts'
import { flawsOfPolicy, policyOf } from './policy-flaws.ts'

const published = {
  ...draftOfPolicy({ ...maple.policy, id: 'pol_1', returnUrls: [], allowedOrigins: [] }),
  customSteps: ['identity'],
  acceptsFiles: true,
}
const { customSteps: _, acceptsFiles: __, ...early } = published

describe('a stored draft of a policy', () => {
  it('from before files and own screens could be set keeps what was published of them', () => {
    expect(readPolicyDraft({ ...early, consentDays: '30' }, published)).toEqual({
      ...published,
      consentDays: '30',
    })
  })

  it('takes no files and adds no steps where nothing was published either', () => {
    expect(readPolicyDraft(early, null)).toMatchObject({ customSteps: [], acceptsFiles: false })
  })

  it('that says something of them is believed, also that they are off', () => {
    const off = { ...published, customSteps: [], acceptsFiles: false }
    expect(readPolicyDraft(off, published)).toEqual(off)
  })

  it.each([null, 'text', { ...firstPolicyDraft(), preset: 1 }])(
    'is refused where it is corrupt: %j',
    (row) => {
      expect(() => readPolicyDraft(row, published)).toThrow()
    },
  )
})

describe('files and the steps after own screens', () => {
  it('are told in what differs', () => {
    const changed = { ...published, customSteps: ['identity', 'accounts'], acceptsFiles: false }
    expect(differenceOf(published, changed)).toEqual([
      { field: 'customSteps', before: 'identity', after: 'identity\naccounts' },
      { field: 'acceptsFiles', before: 'true', after: 'false' },
    ])
  })

  it('are published as they were set', () => {
    expect(policyOf(published)).toMatchObject({ customSteps: ['identity'], acceptsFiles: true })
  })

  it('are flawed at their own control where a step is none of them', () => {
    expect(flawsOfPolicy({ ...published, customSteps: ['consent'] })).toEqual([
      { field: 'customSteps', code: 'choose_one' },
    ])
  })
})

describe('a proof of an address that nobody is asked for', () => {
  const draft = {
    ...published,
    identityProof: 'email',
    identityFields: [{ name: 'fullName' as const, required: true }],
  }
  const unproven = { field: 'identityProof', code: 'unproven' }

  it.each([
    ['express', [], [unproven]],
    ['connect', ['identity'], [unproven]],
    ['connect', ['accounts'], []],
    ['connect', [], []],
  ])('under %s with the own steps %j is flawed with %j', (preset, customSteps, flaws) => {
    expect(flawsOfPolicy({ ...draft, preset, customSteps })).toEqual(flaws)
  })

  it('is none once the address is asked for', () => {
    const identityFields = [{ name: 'email' as const, required: true }]
    const mended = {
      ...published,
      identityProof: 'email',
      preset: 'connect',
      customSteps: ['identity'],
      identityFields,
    }
    expect(flawsOfPolicy(mended)).toEqual([])
  })
})
