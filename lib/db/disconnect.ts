import { disconnect as closePool } from './client.ts'
import { closeTurnPool } from './take-turn.ts'

/** Closes this process's connections, at its end. */
export const disconnect = async (): Promise<void> => {
  await Promise.all([closePool(), closeTurnPool()])
}
