import { expect, it } from 'vitest'
import { type ContractHarness, faultOf, got, openVisit, uploadVisit } from './contract-harness.ts'
import type { HandedFile } from './handed-in.ts'

const namesOf = (files: readonly HandedFile[]) => files.map(({ name }) => name)

const describeTaking = (harness: () => ContractHarness): void => {
  it('gives what is to be kept under keys of its own, which the grant names', async () => {
    const { handIn } = uploadVisit(harness(), openVisit(harness()))
    const [first, second] = [await handIn(), await handIn()]
    const kept = [...first.kept, ...second.kept]
    expect(new Set(kept.map(({ key }) => key)).size).toBe(kept.length)
    expect(first.kept.filter(({ key }) => !first.grant.includes(key))).toEqual([])
    expect(kept.filter(({ content }) => (first.grant + second.grant).includes(content))).toEqual([])
  })

  it('shows nothing twice when the same files come again in the same visit', async () => {
    const { data, statements } = harness().connector
    const visit = openVisit(harness())
    const { handIn } = uploadVisit(harness(), visit)
    const { grant: former } = await handIn()
    const { grant } = await handIn({ former })
    const shown = async (under: string) => {
      const accounts = got(await data.accounts(visit.ctx, under))
      const each = accounts.map(async ({ key: accountKey }) => [
        got(await data.transactions(visit.ctx, under, { accountKey, ...harness().days })),
        statements && got(await statements.list(visit.ctx, under, accountKey)),
      ])
      return { accounts, each: await Promise.all(each) }
    }
    expect(await shown(grant)).toEqual(await shown(former))
  })

  it('says that files are needed once what was handed in is gone', async () => {
    const { data } = harness().connector
    const visit = openVisit(harness())
    const { grant } = await uploadVisit(harness(), visit).handIn()
    const accountKey = got(await data.accounts(visit.ctx, grant))[0]?.key ?? ''
    visit.handedIn.clear()
    expect(faultOf(await data.accounts(visit.ctx, grant))).toBe('files_needed')
    const query = { accountKey, ...harness().days }
    expect(faultOf(await data.transactions(visit.ctx, grant, query))).toBe('files_needed')
  })
}

const describeRefusing = (harness: () => ContractHarness): void => {
  const flawsOf = async (
    ...[changed, world]: [Parameters<ReturnType<typeof uploadVisit>['take']>[0], object?]
  ) => {
    const visit = openVisit(harness(), world)
    const taken = await uploadVisit(harness(), visit).take(changed)
    expect([...visit.handedIn]).toEqual([])
    return taken.ok ? [] : taken.reason
  }

  it('refuses each file that it cannot read by its name, and takes none of those beside it', async () => {
    const { request, unreadable } = harness().upload ?? { request: { files: [] }, unreadable: [] }
    const flaws = await flawsOf({ files: [...request.files, ...unreadable] })
    expect(flaws.length).toBeGreaterThan(0)
    expect(flaws.map(({ file }) => file)).toEqual(namesOf(unreadable))
  })

  it('takes no paper that was not agreed to', async () => {
    const flaws = await flawsOf({ takesPapers: false })
    expect(flaws.map(({ code }) => code)).toEqual(['file_pdf_not_agreed'])
  })

  it('gives up when told', async () => {
    const flaws = await flawsOf({}, { signal: AbortSignal.abort() })
    expect(flaws.map(({ code }) => code)).toEqual(['file_too_slow'])
  })
}

/** What holds of every connector to which a person hands in files. */
export const describeUpload = (harness: () => ContractHarness): void => {
  describeTaking(harness)
  describeRefusing(harness)
}
