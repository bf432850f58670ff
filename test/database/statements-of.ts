import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** A question to PostgreSQL as it left this process. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

const asking = new AsyncLocalStorage<Statement[]>()
let isListening = false

/** Overhears every query once; what others ask meanwhile belongs to nobody who counts. */
const listen = (): void => {
  if (isListening) return
  isListening = true
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked, given = []] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    const statement =
      typeof asked === 'string'
        ? { text: asked, values: given }
        : { text: asked.text, values: asked.values ?? given }
    asking.getStore()?.push(statement)
    return Reflect.apply(query, this, args)
  } as typeof query
}

/** What `work` sends to PostgreSQL, in order. */
export const overhear = async (work: () => Promise<unknown>): Promise<Statement[]> => {
  listen()
  const sent: Statement[] = []
  await asking.run(sent, work)
  return sent
}

/** The same as SQL alone: what it costs there, whatever time that takes. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> =>
  (await overhear(work)).map(({ text }) => text)
