import { z } from 'zod'
import { env } from '#lib/kit/env.ts'
import { AppError, type ErrorCode, errorTable } from '#lib/kit/errors.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { InvalidRequestError } from './invalid-request-error.ts'

/** RFC 9457, with the house's one model of recovery (O13). */
export const problemSchema = z
  .object({
    type: z.url().meta({ description: 'The page that tells of this error.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'For programs; never changes.', example: 'resource_unknown' }),
    fixer: z
      .enum(['person', 'client', 'operator'])
      .meta({ description: 'Who can mend it: the person, the caller, or who runs the installation.' }),
    next: z.enum(['back', 'restart', 'retry', 'contact', 'correct']),
    retry: z.boolean().meta({ description: 'Whether the same request may succeed later.' }),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string().optional().meta({ description: 'Where in the body (RFC 6901).' }),
          parameter: z.string().optional(),
          header: z.string().optional(),
          detail: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'With `invalid_request`: each place that breaks a rule.' }),
  })
  .meta({ id: 'Problem' })

export const problemType = 'application/problem+json'

const retryAfterSeconds = 5

/** How long to wait, for errors that a wait can mend: as long as the limiter said, else a moment. */
const waitOf = (code: ErrorCode, thrown: unknown): number | null => {
  if (!errorTable[code].retry) return null
  const asked = thrown instanceof AppError ? thrown.detail.waitSeconds : null
  return typeof asked === 'number' ? asked : retryAfterSeconds
}

/** Whatever was thrown, as a problem: total, for every code has a row, words and a page. */
export const respondWithProblem = (
  code: ErrorCode,
  thrown: unknown,
  given: { readonly request: Request; readonly requestId: string; readonly headers: Record<string, string> },
): Response => {
  const { status, fixer, next, retry } = errorTable[code]
  const language = preferredLanguage(given.request)
  const t = translatorFor(language)
  const wait = waitOf(code, thrown)
  const body: z.input<typeof problemSchema> = {
    type: `${new URL(env().PUBLIC_URL).origin}/docs/errors/${code}`,
    title: t(`errors.${code}.title`),
    status,
    detail: t(`errors.${code}.text`, { minutes: Math.ceil((wait ?? 0) / 60), tenant: t('errors.someone') }),
    ...{ code, fixer, next, retry, requestId: given.requestId },
    ...(thrown instanceof InvalidRequestError ? { errors: [...thrown.flaws] } : {}),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': problemType,
      'content-language': language,
      ...(wait === null ? {} : { 'retry-after': String(wait) }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="portico"' } : {}),
      ...given.headers,
    },
  })
}
