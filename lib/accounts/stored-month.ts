/** `id` is a GUID that the same transaction has at every refresh; amounts are decimal strings. */
export type StoredTransaction = {
  readonly id: string
  readonly date: string
  readonly description: string
  readonly amount: string
  readonly balance: string | null
}

/** For readers that only pass it on: its description still as JSON. */
export type WrittenTransaction = Omit<StoredTransaction, 'description'> & { readonly descriptionJson: string }

/** A month as it is sealed, its fields always in this order. */
export const writeMonth = (transactions: readonly StoredTransaction[]): string =>
  JSON.stringify(
    transactions.map(({ id, date, description, amount, balance }) => ({
      id,
      date,
      description,
      amount,
      balance,
    })),
  )

export const readMonth = (text: string): StoredTransaction[] => JSON.parse(text)

const name = String.raw`"([^"\\]*)"`
const text = String.raw`("(?:[^"\\]|\\.)*")`
const number = String.raw`"(-?(?:0|[1-9]\d*)(?:\.\d+)?)"`
const balance = `(?:null|${number})`
const one = new RegExp(
  String.raw`\{"id":${name},"date":${name},"description":${text},"amount":${number},"balance":${balance}\}[,\]]`,
  'y',
)

const parsed = (month: string): WrittenTransaction[] =>
  readMonth(month).map(({ description, ...rest }) => ({
    ...rest,
    descriptionJson: JSON.stringify(description),
  }))

/** In half the time that parsing takes (decision 0125). A month that is written otherwise, as of before, is parsed. */
export const scanMonth = (month: string): WrittenTransaction[] => {
  const found: WrittenTransaction[] = []
  one.lastIndex = 1
  while (one.lastIndex < month.length) {
    const match = one.exec(month)
    if (!match) return parsed(month)
    const [, id = '', date = '', descriptionJson = '', amount = '', balance = null] = match
    found.push({ id, date, descriptionJson, amount, balance })
  }
  return found
}
