import type { FileFlaw, HandedFile } from '../handed-in.ts'
import { isWholePdf, textOf, typeOf } from './file-type.ts'
import { readCsv } from './read-csv.ts'
import { readOfx } from './read-ofx.ts'
import { type Beside, mergeAccounts, type ReadAccount } from './reading.ts'

export type FilesToRead = { readonly files: readonly HandedFile[]; readonly beside: Beside }

/** `papers` are places in the list of files. */
export type FilesRead = {
  readonly flaws: readonly FileFlaw[]
  readonly accounts: readonly ReadAccount[]
  readonly papers: readonly number[]
}

/** More than years of a busy account. */
const mostTransactions = 20_000

type Read = { readonly accounts: readonly ReadAccount[] } | { readonly flaw: Omit<FileFlaw, 'file'> }

const readOne = ({ bytes }: HandedFile, beside: Beside): Read | 'paper' => {
  if (bytes.length === 0) return { flaw: { code: 'file_empty' } }
  const type = typeOf(bytes)
  if (type === 'pdf') return isWholePdf(bytes) ? 'paper' : { flaw: { code: 'file_pdf_broken' } }
  if (type === null) return { flaw: { code: 'file_type' } }
  return type === 'ofx' ? readOfx(textOf(bytes), beside) : readCsv(textOf(bytes), beside)
}

const safely = (file: HandedFile, beside: Beside): Read | 'paper' => {
  try {
    return readOne(file, beside)
  } catch {
    return { flaw: { code: 'file_type' } }
  }
}

/** Reads what was handed in: pure, and run where it can be stopped. Whatever the bytes are, accounts or flaws come out. */
export const readFiles = ({ files, beside }: FilesToRead): FilesRead => {
  const read = files.map((file) => safely(file, beside))
  const flaws = read.flatMap((one, at) =>
    one !== 'paper' && 'flaw' in one ? [{ ...one.flaw, file: files[at]?.name ?? '' }] : [],
  )
  const accounts = mergeAccounts(
    read.flatMap((one) => (one !== 'paper' && 'accounts' in one ? one.accounts : [])),
  )
  const count = accounts.reduce((sum, { transactions }) => sum + transactions.length, 0)
  const papers = read.flatMap((one, at) => (one === 'paper' ? [at] : []))
  const tooMany = { code: 'file_too_long', file: files[0]?.name ?? '' } as const
  return { flaws: count > mostTransactions ? [...flaws, tooMany] : flaws, accounts, papers }
}
