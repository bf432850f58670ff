import { expect, it } from 'vitest'
import type { Outcome } from '#lib/kit/outcome.ts'
import {
  type ContractHarness,
  challengesOf,
  formVisit,
  got,
  grantOf,
  keepSecret,
  openVisit,
  redirectVisit,
  uploadVisit,
  type Visit,
} from './contract-harness.ts'
import type { Fault } from './faults.ts'

type Told = { readonly grant: string; readonly faults: readonly Outcome<unknown, Fault>[] }

/** A person at the form who is refused in several ways, and then linked. */
const throughForm = async (harness: ContractHarness, visit: Visit): Promise<Told> => {
  const { submit, answer, link, logins, wrongAnswer } = formVisit(harness, visit)
  const faults = [await submit(logins.wrongPassword), await submit(logins.unavailable)]
  const { state, challenges } = challengesOf(got(await submit(logins.oneTry)))
  faults.push(await answer(state, challenges.map(wrongAnswer)))
  keepSecret(visit, logins.challenged.username)
  return { grant: await link(logins.challenged), faults }
}

/** A person who denies, one who meets a bank that is down, and then one who is linked. */
const throughPages = async (harness: ContractHarness, visit: Visit): Promise<Told> => {
  const { go, agrees, denies, agreesInVain } = redirectVisit(harness, visit)
  const faults = [await go(denies), await go(agreesInVain)]
  return { grant: grantOf(got(await go(agrees))), faults }
}

/** A person whose files are refused, one whose files are gone, and then one who is linked. */
const throughFiles = async (harness: ContractHarness, visit: Visit): Promise<Told> => {
  const { take, handIn, unreadable } = uploadVisit(harness, visit)
  await take({ files: unreadable })
  const { grant: gone } = await handIn()
  visit.handedIn.clear()
  const faults = [await harness.connector.data.accounts(visit.ctx, gone)]
  return { grant: (await handIn()).grant, faults }
}

const wayThrough = ({ form, upload }: ContractHarness) => {
  if (form) return throughForm
  return upload ? throughFiles : throughPages
}

export const describeSecrecy = (harness: () => ContractHarness): void => {
  it('writes no secret and no account into the log or a fault (S9)', async () => {
    const { connector, days } = harness()
    const visit = openVisit(harness())
    const { grant, faults } = await wayThrough(harness())(harness(), visit)
    const accounts = got(await connector.data.accounts(visit.ctx, grant))
    const accountKey = accounts[0]?.key ?? ''
    await connector.data.transactions(visit.ctx, grant, { accountKey, ...days })
    const hidden = [...visit.secrets, ...accounts.map(({ key }) => key)]
    const written = [...visit.log, ...faults.map((fault) => JSON.stringify(fault))].join('\n')
    expect(visit.log.length).toBeGreaterThan(0)
    expect(hidden.filter((secret) => written.includes(secret))).toEqual([])
  })
}
