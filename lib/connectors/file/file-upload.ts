import { createHash } from 'node:crypto'
import { mintId } from '#lib/kit/ids.ts'
import { failed, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, FileUpload, UploadRequest } from '../contract.ts'
import type { FileFlaw, HandedFile, HandedIn } from '../handed-in.ts'
import { type FileGrant, parseGrant } from './file-grant.ts'
import { readApart } from './read-apart.ts'
import type { FilesRead } from './read-files.ts'
import { accountOf, type Beside, mergeAccounts, noNumbers, type ReadAccount } from './reading.ts'

const nothing: FileGrant = { reading: null, papers: [] }

const besideOf = (ctx: ConnectorContext, { kind, country, titles }: UploadRequest): Beside => ({
  kind,
  titles,
  currency: country === 'US' ? 'USD' : 'CAD',
  today: new Date(ctx.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10),
})

/** What was read before in this visit and is not stored yet stays beside what comes now. */
const formerAccounts = async (ctx: ConnectorContext, { reading }: FileGrant): Promise<ReadAccount[]> => {
  const kept = reading && (await ctx.handedIn?.(reading))
  return kept ? JSON.parse(kept) : []
}

/** Papers belong to the one account that was handed in with them; else to one of their own, of the kind that was said. */
const accountOfPapers = (read: readonly ReadAccount[], beside: Beside): ReadAccount => {
  const [only, ...others] = read
  return only && others.length === 0 ? only : { account: accountOf(beside, noNumbers), transactions: [] }
}

const newPapers = (files: readonly HandedFile[], former: FileGrant, accountKey: string) => {
  const known = new Set(former.papers.map((paper) => paper.accountKey + paper.digest))
  return files.flatMap(({ bytes }) => {
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (known.has(accountKey + digest)) return []
    known.add(accountKey + digest)
    return [{ bytes, paper: { key: mintId('hfl'), accountKey, digest } }]
  })
}

const take = async (ctx: ConnectorContext, request: UploadRequest, read: FilesRead): Promise<HandedIn> => {
  const former = (request.former !== null && parseGrant(request.former)) || nothing
  const ofPapers = accountOfPapers(read.accounts, besideOf(ctx, request))
  const papers = newPapers(
    read.papers.flatMap((at) => request.files[at] ?? []),
    former,
    ofPapers.account.key,
  )
  const shown = read.papers.length > 0 ? [ofPapers, ...read.accounts] : read.accounts
  const accounts = mergeAccounts([...(await formerAccounts(ctx, former)), ...shown])
  const reading = mintId('hfl')
  const grant: FileGrant = { reading, papers: [...former.papers, ...papers.map(({ paper }) => paper)] }
  return {
    grant: JSON.stringify(grant),
    kept: [
      { key: reading, isPaper: false, content: JSON.stringify(accounts) },
      ...papers.map(({ bytes, paper }) => ({
        key: paper.key,
        isPaper: true,
        content: Buffer.from(bytes).toString('base64'),
      })),
    ],
  }
}

const flawsOf = (read: FilesRead, request: UploadRequest): readonly FileFlaw[] => {
  const refused = request.takesPapers ? [] : read.papers
  const notAgreed = refused.map((at) => ({
    code: 'file_pdf_not_agreed' as const,
    file: request.files[at]?.name ?? '',
  }))
  return [...read.flaws, ...notAgreed]
}

/** Takes files: what is read of them and the papers themselves go back to be kept, the files go nowhere. */
export const fileUpload: FileUpload = {
  take: async (ctx, request) => {
    const { files } = request
    const read = await readApart({ files, beside: besideOf(ctx, request) }, ctx.signal)
    ctx.log('files read', { files: files.length, isDone: read !== null })
    if (!read) return failed([{ code: 'file_too_slow', file: files[0]?.name ?? '' }])
    const flaws = flawsOf(read, request)
    return flaws.length > 0 ? failed(flaws) : succeeded(await take(ctx, request, read))
  },
}
