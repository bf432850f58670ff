import { expect, it } from 'vitest'
import { failed } from '#lib/kit/outcome.ts'
import { type ContractHarness, challengesOf, faultOf, formVisit, got, openVisit } from './contract-harness.ts'

type Opened = () => ReturnType<typeof formVisit>

const describeSubmit = (open: Opened): void => {
  it('links a customer who is asked nothing', async () => {
    const { submit, logins } = open()
    expect(got(await submit(logins.plain)).kind).toBe('linked')
  })

  it('says that credentials are wrong', async () => {
    const { submit, logins } = open()
    expect(faultOf(await submit(logins.wrongPassword))).toBe('wrong_credentials')
  })

  it('asks the questions of the bank, each with an id of its own, and links on the right answers', async () => {
    const { submit, link, logins } = open()
    const { challenges } = challengesOf(got(await submit(logins.challenged)))
    expect(new Set(challenges.map(({ id }) => id)).size).toBe(challenges.length)
    expect(challenges.every(({ prompt }) => prompt.trim() !== '')).toBe(true)
    expect(await link(logins.challenged)).not.toBe('')
  })

  it('asks again after a wrong answer that may be given again, and then takes the right one', async () => {
    const { submit, answer, logins, wrongAnswer, rightAnswer } = open()
    const first = challengesOf(got(await submit(logins.challenged)))
    const again = challengesOf(got(await answer(first.state, first.challenges.map(wrongAnswer))))
    expect(again.fault?.code).toBe('wrong_answer')
    expect(again.challenges.map(({ prompt }) => prompt)).toEqual(first.challenges.map(({ prompt }) => prompt))
    expect(got(await answer(again.state, again.challenges.map(rightAnswer)))).not.toHaveProperty('fault')
  })

  it('ends the login with a fault after the last wrong answer', async () => {
    const { submit, answer, logins, wrongAnswer } = open()
    const { state, challenges } = challengesOf(got(await submit(logins.oneTry)))
    expect(faultOf(await answer(state, challenges.map(wrongAnswer)))).toBe('wrong_answer_final')
  })

  it('says that the bank is unavailable when the bank says so', async () => {
    const { submit, logins } = open()
    expect(faultOf(await submit(logins.unavailable))).toBe('bank_unavailable')
  })
}

const describeResend = (open: Opened): void => {
  it('has a code sent again where it offers to, and asks the same question; offers it nowhere else', async () => {
    const { submit, resend, answer, logins, rightAnswer } = open()
    const plain = challengesOf(got(await submit(logins.challenged)))
    expect(plain.challenges.filter(({ canResend }) => canResend)).toEqual([])
    if (!logins.resendable) return expect(resend).toBeUndefined()
    const first = challengesOf(got(await submit(logins.resendable)))
    expect(first.challenges.some(({ canResend }) => canResend)).toBe(true)
    const again = challengesOf(got((await resend?.(first.state)) ?? failed({ code: 'bank_refused' })))
    expect(again.challenges.map(({ prompt }) => prompt)).toEqual(first.challenges.map(({ prompt }) => prompt))
    expect(again).not.toHaveProperty('fault')
    got(await answer(again.state, again.challenges.map(rightAnswer)))
  })

  it('calls it rate limited when the bank will not send the code again', async () => {
    const { submit, resend, logins } = open()
    const { state } = challengesOf(got(await submit(logins.challenged)))
    const said = await resend?.(state)
    expect(said === undefined || faultOf(said) === 'rate_limited').toBe(true)
  })
}

/** What holds of every connector for which credentials are typed into our page. */
export const describeFormLogin = (harness: () => ContractHarness): void => {
  const open = () => formVisit(harness(), openVisit(harness()))
  describeSubmit(open)
  describeResend(open)
}
