import type { ZodError } from 'zod'
import { AppError } from '#lib/kit/errors.ts'

/** Where a request breaks a rule, and which. Says what is expected, never what was sent. */
export type Flaw = (
  | { readonly pointer: string }
  | { readonly parameter: string }
  | { readonly header: string }
) & { readonly detail: string }

const mostFlaws = 20

/** The request does not have the shape that the operation declares. */
export class InvalidRequestError extends AppError {
  readonly flaws: readonly Flaw[]
  constructor(flaws: readonly Flaw[]) {
    super('invalid_request', { flaws: flaws.length })
    this.flaws = flaws.slice(0, mostFlaws)
  }
}

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** RFC 6901: where in the body. */
export const bodyFlaws = (error: ZodError): Flaw[] =>
  error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${escaped(part)}`).join(''),
    detail: message,
  }))

export const queryFlaws = (error: ZodError): Flaw[] =>
  error.issues.map(({ path, message }) => ({ parameter: path.map(String).join('.'), detail: message }))
