import pg from 'pg'
import { env } from '#lib/kit/env.ts'

export type OutboxListener = { readonly close: () => Promise<void> }

/**
 * Calls `wake` whenever a transaction with outbox rows commits. `onLost` is called once when the connection is gone;
 * until somebody listens again the caller's own polling has to find the rows.
 */
export const listenToOutbox = async (wake: () => void, onLost: () => void): Promise<OutboxListener> => {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true })
  let isClosing = false
  client.on('error', () => undefined)
  client.on('end', () => {
    if (!isClosing) onLost()
  })
  client.on('notification', wake)
  await client.connect()
  await client.query('listen portico_outbox')
  return {
    close: async () => {
      isClosing = true
      await client.end()
    },
  }
}
