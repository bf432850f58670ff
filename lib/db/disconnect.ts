import { disconnect as closePool } from './client.ts'

/** Closes this process's connections, at its end. */
export const disconnect = (): Promise<void> => closePool()
