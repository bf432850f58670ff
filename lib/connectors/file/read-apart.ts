import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FilesRead, FilesToRead } from './read-files.ts'

/** A file that wants more than this of us is none that a bank wrote. */
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }
const mostMs = 10_000

/** From the sources: a bundler would have to be told to make a file of its own of it. */
const thread = (): string => join(process.cwd(), 'lib', 'connectors', 'file', 'read-thread.ts')

/** Reads files in a thread of its own, bounded in time and memory, with no environment; null where it did not come to an end. */
export const readApart = (
  asked: FilesToRead,
  signal: AbortSignal,
  timeoutMs = mostMs,
): Promise<FilesRead | null> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(null)
    const worker = new Worker(thread(), { workerData: asked, env: {}, execArgv: [], resourceLimits: limits })
    const end = (read: FilesRead | null): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve(read)
      void worker.terminate()
    }
    const stop = (): void => end(null)
    const timer = setTimeout(stop, timeoutMs)
    signal.addEventListener('abort', stop)
    worker.once('message', end)
    worker.once('error', stop)
    worker.once('exit', stop)
  })
