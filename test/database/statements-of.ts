import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

const asking = new AsyncLocalStorage<string[]>()
let isListening = false

/** Overhears every query once; what others ask meanwhile belongs to nobody who counts. */
const listen = (): void => {
  if (isListening) return
  isListening = true
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args
    asking.getStore()?.push(typeof asked === 'string' ? asked : (asked as { text: string }).text)
    return Reflect.apply(query, this, args)
  } as typeof query
}

/** The SQL that `work` sends to PostgreSQL, in order: what it costs there, whatever time that takes. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  listen()
  const sent: string[] = []
  await asking.run(sent, work)
  return sent
}
