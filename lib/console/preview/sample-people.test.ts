import { describe, expect, it } from 'vitest'
import { challengeScripts } from '../../../bank/challenges.ts'
import { plans } from '../../../bank/ledger/plans.ts'
import { profiles } from '../../../bank/ledger/profiles.ts'
import { personas } from '../../../bank/personas.ts'
import { type SampleAccount, sampleAccountSets } from './sample-account-sets.ts'
import { type SamplePersonName, samplePeople, samplePerson, samplePersonas } from './sample-people.ts'
import { askSample } from './sample-questions.ts'

const accountOf = ({ kind, currency, unavailable }: SampleAccount): string =>
  `${kind} ${currency} ${unavailable ?? 'open'}`

const told = (name: SamplePersonName): string[] => {
  const held: readonly SampleAccount[] = sampleAccountSets[samplePerson(name).accounts ?? 'everyday']
  return held.map(accountOf)
}

const heldAtBank = (name: string): string[] =>
  profiles[personas.get(name)?.accounts ?? 'everyday'].map((plan) => {
    const { type, currency, status } = plans[plan]
    const kind = type === 'SAFE_CUSTODY' ? 'other' : type.toLowerCase()
    return `${kind} ${currency} ${status.toLowerCase()}`
  })

/** What is asked, as it looks: its kind, whether it is a code, and whether in one language alone. */
const asked = (name: SamplePersonName): string[][] =>
  (samplePerson(name).asks ?? []).map((round) =>
    round.map((one) => {
      const { kind, isOneTimeCode, canResend, language } = askSample(one, 'en')
      return [kind, isOneTimeCode && 'code', canResend && 'again', language].filter(Boolean).join(' ')
    }),
  )

const askedAtBank = (name: string): string[][] => {
  const { rounds = [], resends = 0, prompts = 'en' } = personas.get(name) ?? {}
  return rounds.map((round) =>
    round.map((one) => {
      const { kind, ...script } = challengeScripts[one]
      const isCode = 'isOneTimeCode' in script
      return [kind, isCode && 'code', isCode && resends > 0 && 'again', prompts].filter(Boolean).join(' ')
    }),
  )
}

describe('the people of the preview', () => {
  it('are all the customers of the sandbox bank, and some of our own', () => {
    expect(Object.keys(samplePersonas).sort()).toEqual([...personas.keys()].sort())
    expect(Object.keys(samplePeople).length).toBeGreaterThan(personas.size)
  })

  it.each(Object.keys(samplePersonas) as SamplePersonName[])('%s has what the customer has', (name) => {
    expect(told(name)).toEqual(heldAtBank(name))
    expect(asked(name)).toEqual(askedAtBank(name))
    const { login, answer, data, token } = personas.get(name)?.at ?? {}
    const trouble = [login, answer, data, token].find((one) => one !== undefined && one !== 'slow')
    if (trouble !== undefined) expect(samplePerson(name).meets).toBeDefined()
  })
})
