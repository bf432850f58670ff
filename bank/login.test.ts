import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBank, startBank } from './server.ts'
import { movableClock } from './testing/movable-clock.ts'
import { rightAnswer, type Visitor, visitorOf } from './testing/visitor.ts'

const clock = movableClock()
let bank: RunningBank
let visitor: Visitor
beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 150, clock })
  visitor = visitorOf(bank.url)
})
afterAll(() => bank.close())

const wrong = (username: string) => visitor.login(username, { password: 'wrong' })

const challengedBy = async (username: string, extra: Record<string, string> = {}) => {
  const { body } = await visitor.login(username, extra)
  if (body.status !== 'challenged') throw new Error('no question was asked')
  return body
}

describe('credentials', () => {
  it.each([
    ['GREATDAY_NoMFA', 'everyday', 'FlinksCapital'],
    ['  greatday_nomfa ', 'EVERYDAY', 'flinkscapital'],
    ['Greatday_nomfa', 'Everyday', '14'],
  ])('are taken in any letter case: %s, %s, %s', async (username, password, institution) => {
    expect((await visitor.login(username, { password, institution })).body.status).toBe('linked')
  })

  it('are refused alike for a stranger and for a wrong password (S4)', async () => {
    const stranger = await visitor.login('nobody')
    expect(stranger).toEqual(await wrong('greatday'))
    expect(stranger).toMatchObject({ status: 401, body: { error: { code: 'wrong_credentials' } } })
  })

  it('of an unknown institution are refused as such', async () => {
    const said = await visitor.login('greatday', { institution: 'Elsewhere' })
    expect(said).toMatchObject({ status: 404, body: { error: { code: 'unknown_institution' } } })
  })

  it('tell how many tries are left, then lock, and unlock after a quarter of an hour', async () => {
    const name = 'password_locked_after_three'
    expect((await wrong(name)).body.error).toMatchObject({ code: 'wrong_credentials', triesLeft: 2 })
    expect((await wrong(name)).body.error).toMatchObject({ code: 'wrong_credentials', triesLeft: 1 })
    expect(await wrong(name)).toMatchObject({ status: 423, body: { error: { code: 'login_locked' } } })
    expect((await visitor.login(name)).body.error).toMatchObject({ code: 'login_locked' })
    clock.move(15 * 60)
    expect((await visitor.login(name)).body.status).toBe('linked')
  })

  it('are counted afresh after a good login', async () => {
    const name = 'password_locked_after_three+afresh'
    await wrong(name)
    await wrong(name)
    await visitor.login(name)
    expect((await wrong(name)).body.error).toMatchObject({ triesLeft: 2 })
  })

  it('with a suffix have tries of their own, so that tests at work together never meet', async () => {
    for (let time = 0; time < 3; time++) await wrong('password_locked_after_three+one')
    expect((await visitor.login('password_locked_after_three+one')).status).toBe(423)
    expect((await visitor.login('password_locked_after_three+two')).status).toBe(200)
    expect((await visitor.login('password_locked_after_three')).status).toBe(200)
  })
})

describe('answers', () => {
  const shape = (value: string) => [{ id: 'r1-shape', values: [value] }]

  it('may be given again while tries are left, and the last wrong one ends the login', async () => {
    const { session } = await challengedBy('greatday')
    const first = await visitor.answer(session, shape('Square'))
    expect(first.status).toBe(422)
    expect(first.body.error).toMatchObject({ code: 'wrong_answer', triesLeft: 2 })
    expect(first.body.login).toMatchObject({ status: 'challenged', session })
    expect((await visitor.answer(session, shape('Circle'))).body.error).toMatchObject({ triesLeft: 1 })
    expect((await visitor.answer(session, shape('Oval'))).body.error?.code).toBe('wrong_answer_final')
    expect((await visitor.answer(session, shape('Triangle'))).body.error?.code).toBe('session_expired')
  })

  it('that are wrong once end the login where the persona says so', async () => {
    const { session } = await challengedBy('mfa_wrong_is_final')
    expect((await visitor.answer(session, shape('Square'))).body.error?.code).toBe('wrong_answer_final')
  })

  it('that are wrong three times lock the login where the persona says so', async () => {
    const { session } = await challengedBy('locked_after_three+answers')
    await visitor.answer(session, shape('Square'))
    await visitor.answer(session, shape('Square'))
    expect((await visitor.answer(session, shape('Square'))).body.error?.code).toBe('login_locked')
    expect((await visitor.login('locked_after_three+answers')).status).toBe(423)
  })

  it.each(['triangle', ' TRIANGLE ', 'Trïangle'])(
    'are compared without case, accents or spaces: %s',
    async (text) => {
      const { session } = await challengedBy('greatday')
      expect((await visitor.answer(session, shape(text))).body.status).toBe('linked')
    },
  )

  it('to a question that was not asked are refused, and a missing one costs no try', async () => {
    const { session } = await challengedBy('mfa_three_questions')
    const strange = await visitor.answer(session, shape('Triangle'))
    expect(strange.body.error?.code).toBe('answers_incomplete')
    expect((await visitor.answer(session, [{ id: 'r9-pet', values: ['x'] }])).body.error?.code).toBe(
      'unknown_challenge',
    )
    expect(strange.body.error?.triesLeft).toBeUndefined()
  })

  it.each([[['chequing']], [['chequing', 'card', 'safe']], [['safe', 'mortgage']]])(
    'to several choices must be all the right ones and no other: %j',
    async (values) => {
      const { session } = await challengedBy('mfa_several_choices')
      const said = await visitor.answer(session, [{ id: 'r1-products', values }])
      expect(said.body.error?.code).toBe('wrong_answer')
    },
  )

  it('expire with the login after eight idle minutes', async () => {
    const { session } = await challengedBy('greatday')
    clock.move(8 * 60)
    expect((await visitor.answer(session, shape('Triangle'))).body.error?.code).toBe('session_expired')
  })

  it('that were right once may be asked for again: a lost reply loses nothing', async () => {
    const { session } = await challengedBy('greatday')
    const { body } = await visitor.answer(session, shape('Triangle'))
    expect((await visitor.poll(session)).body).toEqual(body)
  })
})

describe('a one-time code', () => {
  const resend = (session: string) => visitor.call('POST', '/api/login/resend', session)

  it('is sent again as often as the persona says, and costs no try', async () => {
    const { session, challenges } = await challengedBy('mfa_code_resend')
    expect(challenges[0]).toMatchObject({ oneTimeCode: true, canResend: true })
    for (const left of [true, true, undefined]) {
      const { status, body } = await resend(session)
      expect(status).toBe(200)
      expect(body.status === 'challenged' && body.challenges[0]?.canResend).toBe(left)
    }
    expect(await resend(session)).toMatchObject({
      status: 429,
      body: { error: { code: 'too_many_requests' } },
    })
    expect((await visitor.answer(session, challenges.map(rightAnswer))).body.status).toBe('linked')
  })

  it('is not sent again where the bank never offered it', async () => {
    const { session, challenges } = await challengedBy('mfa_code')
    expect(challenges[0]).not.toHaveProperty('canResend')
    expect((await resend(session)).status).toBe(429)
  })

  it('that lives for twenty seconds lives anew when it is sent again', async () => {
    const { session, challenges } = await challengedBy('mfa_code_expires')
    clock.move(19)
    await resend(session)
    clock.move(19)
    expect((await visitor.answer(session, challenges.map(rightAnswer))).body.status).toBe('linked')
    const late = await challengedBy('mfa_code_expires')
    clock.move(20)
    expect((await visitor.answer(late.session, late.challenges.map(rightAnswer))).body.error?.code).toBe(
      'session_expired',
    )
  })
})

describe('an institution', () => {
  it('that is off lets nobody in, and says so on its status page with a time to return', async () => {
    const off = await visitor.login('greatday_nomfa', { institution: 'SandboxClosedDoor' })
    expect(off).toMatchObject({ status: 503, body: { error: { code: 'institution_disabled' } } })
    const { body } = await visitor.call('GET', '/api/status')
    expect(body).toMatchObject({
      institutions: expect.arrayContaining([
        expect.objectContaining({ key: 'FlinksCapital', health: 'well', until: null }),
        expect.objectContaining({ key: 'SandboxClosedDoor', health: 'off', until: expect.any(String) }),
      ]),
    })
  })

  it('that is unwell lets people in all the same', async () => {
    const said = await visitor.login('greatday_nomfa', { institution: 'SandboxRainyDay' })
    expect(said.body.status).toBe('linked')
  })
})

describe('questions', () => {
  it('come in the language that was wished', async () => {
    const { challenges } = await challengedBy('mfa_single_choice', { language: 'fr' })
    expect(challenges[0]).toMatchObject({
      language: 'fr',
      prompt: 'Quelle succursale a ouvert votre compte?',
    })
    expect(challenges[0]?.options[1]).toEqual({ value: 'old-port', label: 'Vieux-Port' })
  })

  it('come in French from a bank that speaks nothing else, and say so', async () => {
    const { challenges } = await challengedBy('french_only', { language: 'en' })
    expect(challenges[0]).toMatchObject({ language: 'fr', prompt: 'Dans quelle ville êtes-vous né?' })
  })

  it('with pictures carry a real PNG and a text alternative each (A1)', async () => {
    const { challenges } = await challengedBy('mfa_picture')
    const options = challenges[0]?.options ?? []
    expect(options.map(({ label }) => label)).toContain('A red house')
    const starts = options.map(({ image }) =>
      Buffer.from(image ?? '', 'base64')
        .subarray(1, 4)
        .toString('latin1'),
    )
    expect(starts).toEqual(['PNG', 'PNG', 'PNG', 'PNG'])
    expect(new Set(options.map(({ image }) => image)).size).toBe(4)
  })

  it('for a one-time code are marked, others are not', async () => {
    const code = await challengedBy('mfa_code')
    const sum = await challengedBy('mfa_sum')
    expect([code.challenges[0]?.oneTimeCode, sum.challenges[0]?.oneTimeCode]).toEqual([true, false])
  })
})

describe('a slow bank', () => {
  it('takes its time and then answers well', async () => {
    const startedAt = performance.now()
    const { body } = await visitor.login('bank_slow')
    expect(body.status).toBe('linked')
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(145)
  })
})

describe('approval in the app', () => {
  const approvalOf = async (username: string, extra = {}) => {
    const { session, challenges } = await challengedBy(username, extra)
    return { session, challenges, page: challenges[0]?.approveAt ?? '' }
  }
  const decide = (page: string, decision: string) =>
    fetch(page, { method: 'POST', body: new URLSearchParams({ decision }) })

  it('goes on when the customer approves on the page', async () => {
    const { session, challenges, page } = await approvalOf('mfa_approve_by_hand')
    expect(page).toContain(`${bank.url}/approve/`)
    expect(await (await fetch(page)).text()).toContain('Is this you?')
    expect((await visitor.answer(session, challenges.map(rightAnswer))).body.status).toBe('waiting')
    expect(await (await decide(page, 'approved')).text()).toContain('Approved')
    expect((await visitor.poll(session)).body.status).toBe('linked')
  })

  it('moves on by itself while the question still stands, once it is given', async () => {
    const { session, page } = await approvalOf('mfa_approve_by_hand')
    expect((await visitor.poll(session)).body.status).toBe('challenged')
    await decide(page, 'approved')
    expect((await visitor.poll(session)).body.status).toBe('linked')
  })

  it('ends the login when the customer refuses, and a refusal never becomes an approval', async () => {
    const { session, page } = await approvalOf('mfa_approve_by_hand')
    await decide(page, 'denied')
    await decide(page, 'approved')
    expect((await visitor.poll(session)).body.error?.code).toBe('approval_denied')
    expect((await fetch(page)).status).toBe(404)
  })

  it('by hand comes before what the app would decide by itself', async () => {
    const { session, page } = await approvalOf('mfa_approve')
    await decide(page, 'denied')
    clock.move(60)
    expect((await visitor.poll(session)).body.error?.code).toBe('approval_denied')
  })

  it('is asked in the language of the login', async () => {
    const { page } = await approvalOf('mfa_approve_by_hand', { language: 'fr' })
    const text = await (await fetch(page)).text()
    expect(text).toContain('<html lang="fr">')
    expect(text).toContain('Est-ce bien vous?')
  })

  it('of an unknown id is nothing to approve', async () => {
    expect((await fetch(`${bank.url}/approve/nothing`)).status).toBe(404)
    expect((await decide(`${bank.url}/approve/nothing`, 'approved')).status).toBe(404)
  })
})
