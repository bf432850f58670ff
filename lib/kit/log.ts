import pino from 'pino'
import { env } from './env.ts'

let root: pino.Logger | null = null

/**
 * Logs one event with ids and counts only. Nothing a person typed and no secret may be given here (S9);
 * names that would betray one are redacted all the same, and a canary test searches the output.
 */
export const log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  event: string,
  detail: Record<string, unknown> = {},
): void => {
  root ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      redact: ['*.password', '*.token', '*.code', '*.answers', '*.email', '*.credentials', 'err.config'],
    },
    pino.destination({ dest: 2, sync: true }),
  )
  root[level](detail, event)
}
