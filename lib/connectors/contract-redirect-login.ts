import { expect, it } from 'vitest'
import { type ContractHarness, faultOf, got, openVisit, redirectVisit } from './contract-harness.ts'

type Opened = () => ReturnType<typeof redirectVisit>

const describeWalk = (open: Opened): void => {
  it('leads to another page of the bank at each visit, and tells in it no secret of ours', async () => {
    const { start, request } = open()
    const [first, second] = [await start(), await start()]
    expect(new Set([first.url, second.url]).size).toBe(2)
    const { verifier } = JSON.parse(first.state) as { verifier?: string }
    expect(first.url).not.toContain(verifier ?? first.state)
    expect(first.expiresAt === null || first.expiresAt > new Date()).toBe(true)
    expect(request.state.length).toBeGreaterThan(0)
  })

  it('links who agreed, and knows them again when they come back later', async () => {
    const { go, agrees } = open()
    const [first, second] = [got(await go(agrees)), got(await go(agrees))]
    expect([first.kind, second.kind]).toEqual(['linked', 'linked'])
    const subjects = [first, second].map((progress) => (progress.kind === 'linked' ? progress.subject : null))
    expect(subjects[0]).toBe(subjects[1])
    expect(subjects[0] ?? '').not.toBe('')
  })

  it('says that the person shared nothing', async () => {
    const { go, denies } = open()
    expect(faultOf(await go(denies))).toBe('consent_denied')
  })
}

const describeTrust = (open: Opened): void => {
  it('takes a code once', async () => {
    const { start, finish, agrees } = open()
    const { url, state } = await start()
    const cameBackTo = await agrees(url)
    got(await finish(state, cameBackTo))
    expect(faultOf(await finish(state, cameBackTo))).toBe('bank_session_expired')
  })

  it('takes nothing that was meant for another visit', async () => {
    const { start, finish, agrees, request } = open()
    const { url, state } = await start()
    const elsewhere = new URL(await agrees(url))
    elsewhere.searchParams.set('state', `${request.state}-of-another`)
    expect(faultOf(await finish(state, elsewhere.href))).toBe('untrusted_answer')
    const bare = new URL(request.redirectUri)
    expect(faultOf(await finish(state, bare.href))).toBe('untrusted_answer')
  })

  it('takes no answer that names another issuer (RFC 9207)', async () => {
    const { start, finish, agrees } = open()
    const { url, state } = await start()
    const mixedUp = new URL(await agrees(url))
    mixedUp.searchParams.set('iss', 'https://issuer.invalid')
    expect(faultOf(await finish(state, mixedUp.href))).toBe('untrusted_answer')
  })

  it('says that the bank is unavailable when it goes down between code and token', async () => {
    const { go, agreesInVain } = open()
    expect(faultOf(await go(agreesInVain))).toBe('bank_unavailable')
  })
}

/** What holds of every connector whose customers sign in at the bank's own page. */
export const describeRedirectLogin = (harness: () => ContractHarness): void => {
  const open = () => redirectVisit(harness(), openVisit(harness()))
  describeWalk(open)
  describeTrust(open)
}
