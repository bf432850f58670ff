import { describe, expect, it } from 'vitest'
import type { StepView } from '#lib/flow/view.ts'
import { type EventContext, eventsOf, type Happening, redirectEvent } from './events.ts'

const context: EventContext = {
  institution: 'FlinksCapital',
  accountIds: [],
  isEnhanced: false,
  codeOf: (fault) => (fault === 'wrong_credentials' ? 'INVALID_LOGIN' : 'RETRY_LATER'),
}
const happening = (name: string, detail: Happening['detail'] = {}): Happening => ({ name, detail })
const page = (step: string, rest: object = {}) => ({ step, ...rest }) as unknown as StepView
const question = { kind: 'question', prompt: 'What shape do people like most?' }
const tell = (view: StepView, happenings: readonly Happening[] = [], more: Partial<EventContext> = {}) =>
  eventsOf(happenings, view, { ...context, ...more })

describe('what a frame tells the page around it', () => {
  it('is the published order, from the first page to the question', () => {
    const institution = 'FlinksCapital'
    const told = [
      ...tell(page('institution'), [happening('frame_opened')], { institution: null }),
      ...tell(page('login', { problem: null }), [happening('institution_chosen')]),
      ...tell(page('mfa', { problem: null, challenges: [question] }), [happening('login_submitted')]),
      redirectEvent({ loginId: 'l', requestId: 'r', institution, accountId: '', url: 'u' }),
    ]
    expect(told).toEqual([
      { step: 'APP_MOUNTED' },
      { step: 'COMPONENT_LOAD_INSTITUTION_SELECTOR', cached: false },
      { step: 'INSTITUTION_SELECTED', institution },
      { step: 'COMPONENT_LOAD_CREDENTIAL', institution },
      { step: 'SUBMIT_CREDENTIAL', institution },
      { step: 'COMPONENT_LOAD_MFA', mfaTypes: ['QuestionAndAnswer'] },
      { step: 'REDIRECT', loginId: 'l', requestId: 'r', institution, accountId: '', url: 'u' },
    ])
  })

  it('has the code of a failure before the page to try again', () => {
    const failed = happening('login_failed', { fault: 'wrong_credentials' })
    expect(tell(page('login', { problem: {} }), [happening('login_submitted'), failed])).toEqual([
      { step: 'SUBMIT_CREDENTIAL', institution: 'FlinksCapital' },
      { step: 'INVALID_LOGIN', flinksCode: 'INVALID_LOGIN', institution: 'FlinksCapital' },
      { step: 'COMPONENT_LOAD_CREDENTIAL_RETRY', institution: 'FlinksCapital' },
    ])
  })

  it('names every account that was chosen', () => {
    const told = tell(page('done'), [happening('accounts_chosen')], { accountIds: ['a', 'b'] })
    expect(told).toEqual([
      { step: 'ACCOUNT_SELECTED', accountId: 'a' },
      { step: 'ACCOUNT_SELECTED', accountId: 'b' },
    ])
  })

  it('counts the accounts that are shown and those that may be chosen', () => {
    const accounts = [{ unavailable: null }, { unavailable: 'closed' }]
    expect(tell(page('accounts', { accounts, rule: 'one' }))).toEqual([
      { step: 'COMPONENT_LOAD_ACCOUNT_SELECTION', totalAccounts: 2, displayedAccounts: 1 },
    ])
    expect(tell(page('accounts', { accounts, rule: 'all' }))).toEqual([])
  })

  it('leaves out what is between the person and the tenant (E16)', () => {
    const quiet = ['identity_given', 'identity_verified', 'language_changed', 'anything_new'].map((name) =>
      happening(name, { secret: 'canary' }),
    )
    expect(tell(page('verify'), quiet)).toEqual([])
  })

  it('names a bank that is off, and that no question stood beforehand', () => {
    const refused = happening('institution_refused', { fault: 'institution_disabled', institution: 'Other' })
    expect(tell(page('done'), [refused]).map(({ step, institution }) => [step, institution])).toEqual([
      ['RETRY_LATER', 'Other'],
    ])
    const accepted = [happening('login_accepted')]
    expect(tell(page('done'), accepted)).toEqual([])
    expect(tell(page('done'), accepted, { isEnhanced: true })).toEqual([
      { step: 'ENHANCED_MFA_NO_QUESTIONS' },
    ])
  })
})
