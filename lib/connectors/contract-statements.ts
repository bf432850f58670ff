import { expect, it } from 'vitest'
import { type ContractHarness, faultOf, got, linkPlainly, openVisit } from './contract-harness.ts'
import { faults } from './faults.ts'

const named = Object.keys(faults)

/** What holds of every connector that gives a bank's own papers. */
export const describeStatements = (harness: () => ContractHarness): void => {
  const open = () => {
    const { statements, data } = harness().connector
    if (!statements) throw new Error('this connector gives no papers')
    return { statements, data, visit: openVisit(harness()) }
  }

  it('lists the papers of an account, each once and newest first, and gives one as a PDF', async () => {
    const { statements, data, visit } = open()
    const grant = await linkPlainly(harness(), visit)
    const accounts = got(await data.accounts(visit.ctx, grant))
    const accountKey = accounts.find(({ unavailable }) => unavailable === null)?.key ?? ''
    const listed = got(await statements.list(visit.ctx, grant, accountKey))
    expect(new Set(listed.map(({ key }) => key)).size).toBe(listed.length)
    const months = listed.flatMap(({ month }) => month ?? [])
    expect(months).toEqual(months.toSorted().reverse())
    for (const month of months) expect(month).toMatch(/^\d{4}-\d{2}$/)
    const fileOf = (statementKey: string) => statements.file(visit.ctx, grant, { accountKey, statementKey })
    const file = got(await fileOf(listed[0]?.key ?? ''))
    expect(Buffer.from(file).subarray(0, 5).toString()).toBe('%PDF-')
    expect(named).toContain(faultOf(await fileOf('0')))
  })

  it('gives no paper under a grant that is of nobody', async () => {
    const { statements, visit } = open()
    const { grant } = harness().stranger
    const listed = await statements.list(visit.ctx, grant, 'key')
    expect(listed.ok ? listed.value : []).toEqual([])
    const asked = { accountKey: 'key', statementKey: 'key' }
    expect(named).toContain(faultOf(await statements.file(visit.ctx, grant, asked)))
  })
}
