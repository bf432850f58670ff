import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChallengeScript, challengeScripts } from '../challenges.ts'
import { type RunningBank, startBank } from '../server.ts'
import { openBrowser, type Seen } from '../testing/browser.ts'
import { movableClock } from '../testing/movable-clock.ts'
import { consentDetails, offeredAccounts, relyingParty, signIn } from '../testing/relying-party.ts'

const clock = movableClock()
let bank: RunningBank
beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1, clock })
})
afterAll(() => bank.close())

const checker = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'submit'] }] },
})

const faultsOf = async (page: string): Promise<string[]> => {
  const { results } = await checker.validateString(page)
  return results.flatMap(({ messages }) => messages.map(({ message }) => message))
}

const enter = async (username: string, extra: Record<string, string> = {}) => {
  const party = await relyingParty(bank.url, 'open')
  return { party, ...(await signIn(bank.url, await party.authorizationUrl(extra), username)) }
}

const answersOn = ({ page }: Seen): [string, string][] =>
  [...new Set([...page.matchAll(/ name="(r\d+-(\w+))"/gu)].map(([, id = '']) => id))].flatMap((id) => {
    const script = Object.entries(challengeScripts).find(([name]) =>
      id.endsWith(`-${name}`),
    )?.[1] as ChallengeScript
    const values = script.right.length > 0 ? script.right : [script.choices?.[0]?.value ?? '']
    const all = script.kind === 'several_choices' ? values : values.slice(0, 1)
    return all.map((value): [string, string] => [id, value])
  })

const consentTitle = '<h1>Share your accounts?</h1>'

describe('the pages of a visit', () => {
  it('are valid, in English and French, and need no script', async () => {
    const party = await relyingParty(bank.url, 'open')
    const browser = openBrowser(bank.url)
    const english = await browser.go((await party.authorizationUrl()).href)
    const french = await browser.go(`${english.url}?language=fr`)
    expect(english.page).toContain('<h1>Sign in</h1>')
    expect(french.page).toContain('<html lang="fr">')
    const questions = (await enter('mfa_mixed', { ui_locales: 'fr' })).seen
    const consent = (await enter('not_shareable')).seen
    for (const { page } of [english, french, questions, consent]) {
      expect(await faultsOf(page)).toEqual([])
      expect(page).not.toContain('<script')
    }
    expect(questions.page).toMatch(/<img src="data:image\/png;base64,[\w+/=]{50,}" alt=""/u)
    expect(questions.page).toContain('Prouvez que c’est vous')
  })

  it('say that username or password is wrong, and keep the username as text only (S8)', async () => {
    const { browser, seen } = await enter('nobody"><img src=x>')
    expect([seen.status, seen.page.includes('The username or the password is wrong.')]).toEqual([422, true])
    expect(seen.page).toContain('value="nobody&quot;&gt;&lt;img src=x&gt;"')
    const again = await browser.send(seen, 'sign-in', [
      ['username', 'one_account'],
      ['password', 'everyday'],
    ])
    expect(again.page).toContain(consentTitle)
  })

  it.each([
    'mfa_three_questions',
    'mfa_two_rounds',
    'mfa_single_choice',
    'mfa_several_choices',
    'mfa_picture',
    'mfa_code_resend',
    'mfa_text_or_call',
    'mfa_mixed',
  ])('play the questions of %s up to the consent', async (username) => {
    const { browser, seen } = await enter(username)
    let page = seen
    for (let round = 0; round < 3 && !page.page.includes(consentTitle); round++) {
      page = await browser.send(page, 'answers', answersOn(page))
    }
    expect(page.page).toContain(consentTitle)
  })

  it('ask again after a wrong answer, and lock as the persona says', async () => {
    const { browser, seen } = await enter('locked_after_three+pages')
    const [id = ''] = answersOn(seen)[0] ?? []
    let page = seen
    for (let turn = 0; turn < 2; turn++) {
      page = await browser.send(page, 'answers', [[id, 'Circle']])
      expect([page.status, page.page.includes('The answer is wrong. Try again.')]).toEqual([422, true])
    }
    page = await browser.send(page, 'answers', [[id, 'Circle']])
    expect(page.page).toContain('Too many wrong tries')
    expect(page.page).toContain('<h1>Sign in</h1>')
  })

  it('wait without a script while the bank works or the app decides', async () => {
    const { browser, seen } = await enter('test_dispatched')
    expect(seen.page).toContain('http-equiv="refresh"')
    clock.move(31)
    expect((await browser.go(seen.url.replace('/sign-in', ''))).page).toContain(consentTitle)
    const approve = await enter('mfa_approve')
    expect(approve.seen.page).toContain('Open the bank’s app')
    clock.move(9)
    expect((await approve.browser.send(approve.seen, 'answers', [])).page).toContain(consentTitle)
  })

  it('say why somebody cannot sign in', async () => {
    expect((await enter('login_locked')).seen.page).toContain('your login is locked')
    expect((await enter('bank_down')).seen.page).toContain('down for maintenance')
    expect((await enter('account_closed')).seen.page).toContain('You have left this bank')
  })

  it('let a browser in that came by the portal, and no other', async () => {
    const { seen } = await enter('one_account')
    const stranger = await openBrowser(bank.url).go(seen.url.replace('/sign-in', ''))
    expect(stranger.page).toContain('A bank with no money in it')
  })
})

describe('the consent', () => {
  it('lists what is asked, at both ways of asking', async () => {
    const { seen } = await enter('one_account', { scope: 'openid fdx:transactions:read fdx:statements:read' })
    expect(seen.page).toContain('<li>Transactions</li>')
    expect(seen.page).toContain('<li>Monthly statements</li>')
    expect(seen.page).not.toContain('Full account numbers')
    const party = await relyingParty(bank.url, 'fapi')
    const pushed = await party.authorizationUrl(consentDetails(['PAYMENT_SUPPORT']))
    const rich = (await signIn(bank.url, pushed, 'one_account')).seen
    expect(rich.page).toContain('Full account numbers')
    expect(rich.page).not.toContain('<li>Transactions</li>')
  })

  it('shares the accounts that were chosen and no other, whatever is posted', async () => {
    const { party, browser, seen } = await enter('not_shareable')
    const offered = offeredAccounts(seen)
    const withheld = /name="accounts" value="([^"]+)" disabled/u.exec(seen.page)?.[1] ?? ''
    const left = await browser.send(seen, 'consent', [
      ['decision', 'allow'],
      ['accounts', offered[0] ?? ''],
      ['accounts', withheld],
    ])
    const tokens = await party.tokens(left.location ?? new URL('about:blank'))
    const { accounts } = (await (await party.read(tokens.access_token, '/accounts')).json()) as {
      accounts: { accountId: string }[]
    }
    expect([withheld === '', accounts.map(({ accountId }) => accountId)]).toEqual([false, [offered[0]]])
  })

  it('wants a choice before it allows', async () => {
    const { browser, seen } = await enter('greatday_nomfa')
    const stays = await browser.send(seen, 'consent', [['decision', 'allow']])
    expect([stays.status, stays.page.includes('Choose at least one account')]).toEqual([422, true])
  })

  it.each([
    ['consent', [['decision', 'deny']]],
    ['cancel', []],
  ] as const)(
    'that is answered by %s %j sends the person back with access_denied',
    async (action, fields) => {
      const { browser, seen } = await enter('one_account', { state: 'kept' })
      const { location } = await browser.send(
        seen,
        action,
        fields.map(([name, value]) => [name, value]),
      )
      expect(Object.fromEntries(location?.searchParams ?? [])).toMatchObject({
        error: 'access_denied',
        state: 'kept',
        iss: `${bank.url}/oauth/open`,
      })
    },
  )

  it('is not given twice: the second press leads home', async () => {
    const { browser, seen } = await enter('one_account')
    const fields: [string, string][] = [
      ['decision', 'allow'],
      ['accounts', offeredAccounts(seen)[0] ?? ''],
    ]
    expect((await browser.send(seen, 'consent', fields)).location?.searchParams.has('code')).toBe(true)
    expect((await browser.send(seen, 'consent', fields)).page).toContain('A bank with no money in it')
  })
})

describe('the list of connections at the bank', () => {
  it('shows who reads the accounts, and ends it at once', async () => {
    const username = 'greatday_nomfa+connections'
    const { party, browser, seen } = await enter(username)
    const chosen = offeredAccounts(seen).map((id): [string, string] => ['accounts', id])
    const left = await browser.send(seen, 'consent', [...chosen, ['decision', 'allow']])
    const tokens = await party.tokens(left.location ?? new URL('about:blank'))
    const fields = new URLSearchParams({ username, password: 'Everyday' })
    const list = await browser.go(`${bank.url}/oauth/open/connections`, fields)
    expect(await faultsOf(list.page)).toEqual([])
    expect(list.page).toContain('<h2>Portico</h2>')
    const consent = /name="consent" value="([^"]+)"/u.exec(list.page)?.[1] ?? ''
    const address = list.url.split('?')[0] ?? ''
    const after = await browser.go(`${address}/withdraw?language=fr`, new URLSearchParams({ consent }))
    expect(after.page).toContain('Personne n’a accès à vos comptes.')
    expect((await party.read(tokens.access_token, '/accounts')).status).toBe(401)
    await expect(party.refresh(tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('wants the password', async () => {
    const fields = new URLSearchParams({ username: 'one_account', password: 'wrong' })
    const response = await fetch(`${bank.url}/oauth/open/connections`, { method: 'POST', body: fields })
    expect(response.status).toBe(422)
    const guess = await fetch(`${bank.url}/oauth/open/connections/guess`, { redirect: 'manual' })
    expect(guess.headers.get('location')).toBe('/oauth/open/connections')
  })
})
