import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, DataAccess, StatementAccess } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { parseGrant } from './file-grant.ts'
import type { ReadAccount } from './reading.ts'

/** Was written here and by nobody else, and the seal vouches for it. */
const openReading = async (
  ctx: ConnectorContext,
  grant: string,
): Promise<Outcome<readonly ReadAccount[], Fault>> => {
  const parsed = parseGrant(grant)
  if (!parsed) return failed({ code: 'malformed_answer' })
  const kept = parsed.reading && (await ctx.handedIn?.(parsed.reading))
  return kept ? succeeded(JSON.parse(kept)) : failed({ code: 'files_needed' })
}

export const fileData: DataAccess = {
  accounts: async (ctx, grant) => {
    const read = await openReading(ctx, grant)
    return read.ok ? succeeded(read.value.map(({ account }) => account)) : read
  },
  transactions: async (ctx, grant, { accountKey, from, to }) => {
    const read = await openReading(ctx, grant)
    if (!read.ok) return read
    const found = read.value.find(({ account }) => account.key === accountKey)
    return succeeded(found?.transactions.filter(({ date }) => date >= from && date <= to) ?? [])
  },
}

export const filePapers: StatementAccess = {
  list: async (_, grant, accountKey) => {
    const parsed = parseGrant(grant)
    if (!parsed) return failed({ code: 'malformed_answer' })
    const papers = parsed.papers.filter((paper) => paper.accountKey === accountKey)
    return succeeded(papers.map(({ key }) => ({ key, month: null, fileType: 'PDF' as const })).reverse())
  },
  file: async (ctx, grant, { accountKey, statementKey }) => {
    const paper = parseGrant(grant)?.papers.find(
      (one) => one.key === statementKey && one.accountKey === accountKey,
    )
    const kept = paper && (await ctx.handedIn?.(paper.key))
    return kept ? succeeded(Buffer.from(kept, 'base64')) : failed({ code: 'files_needed' })
  },
}
